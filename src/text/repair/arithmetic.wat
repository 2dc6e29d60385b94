;; The arithmetic of the networks: what `arithmetic.ts` runs.
;;
;; All numbers lie in one memory, and all addresses and sizes are in bytes. Rows of floats are a multiple of sixteen long.
;; Whatever is added up is added up in one order: the result is the same on every machine.
(module
  (import "numbers" "memory" (memory 1))

  ;; Adds a vector times a matrix to a row of sums: 32-bit floats, the matrix row after row. Sixteen sums are worked out at a
  ;; time, in four registers of four, so that a number of the matrix is read once and a sum is written once.
  (func (export "addProduct")
    (param $vector i32) (param $vectorEnd i32)
    (param $sums i32) (param $sumsEnd i32)
    (param $matrix i32) (param $rowSize i32)
    (local $at i32) (local $row i32) (local $factor v128)
    (local $a v128) (local $b v128) (local $c v128) (local $d v128)
    (block $done
      (loop $columns
        (br_if $done (i32.ge_u (local.get $sums) (local.get $sumsEnd)))
        (local.set $a (v128.load (local.get $sums)))
        (local.set $b (v128.load offset=16 (local.get $sums)))
        (local.set $c (v128.load offset=32 (local.get $sums)))
        (local.set $d (v128.load offset=48 (local.get $sums)))
        (local.set $at (local.get $vector))
        (local.set $row (local.get $matrix))
        (loop $rows
          (local.set $factor (v128.load32_splat (local.get $at)))
          (local.set $a
            (f32x4.add (local.get $a) (f32x4.mul (local.get $factor) (v128.load (local.get $row)))))
          (local.set $b
            (f32x4.add (local.get $b) (f32x4.mul (local.get $factor) (v128.load offset=16 (local.get $row)))))
          (local.set $c
            (f32x4.add (local.get $c) (f32x4.mul (local.get $factor) (v128.load offset=32 (local.get $row)))))
          (local.set $d
            (f32x4.add (local.get $d) (f32x4.mul (local.get $factor) (v128.load offset=48 (local.get $row)))))
          (local.set $row (i32.add (local.get $row) (local.get $rowSize)))
          (local.set $at (i32.add (local.get $at) (i32.const 4)))
          (br_if $rows (i32.lt_u (local.get $at) (local.get $vectorEnd))))
        (v128.store (local.get $sums) (local.get $a))
        (v128.store offset=16 (local.get $sums) (local.get $b))
        (v128.store offset=32 (local.get $sums) (local.get $c))
        (v128.store offset=48 (local.get $sums) (local.get $d))
        (local.set $sums (i32.add (local.get $sums) (i32.const 64)))
        (local.set $matrix (i32.add (local.get $matrix) (i32.const 64)))
        (br $columns))))

  ;; Writes floats from -1 to 1 as whole numbers of two bytes, of 1/16384 each.
  (func $shorten (param $from i32) (param $to i32) (param $toEnd i32)
    (local $steps v128)
    (local.set $steps (v128.const f32x4 16384 16384 16384 16384))
    (loop $next
      (v128.store (local.get $to)
        (i16x8.narrow_i32x4_s
          (i32x4.trunc_sat_f32x4_s
            (f32x4.nearest (f32x4.mul (local.get $steps) (v128.load (local.get $from)))))
          (i32x4.trunc_sat_f32x4_s
            (f32x4.nearest (f32x4.mul (local.get $steps) (v128.load offset=16 (local.get $from)))))))
      (local.set $from (i32.add (local.get $from) (i32.const 32)))
      (local.set $to (i32.add (local.get $to) (i32.const 16)))
      (br_if $next (i32.lt_u (local.get $to) (local.get $toEnd)))))

  ;; The product of a state (floats from -1 to 1) and a matrix of whole numbers of two bytes, whose rows lie in pairs: the
  ;; first number of a row, the first of the next, the second of either, and so on. `$short` is room for the state as whole
  ;; numbers. The products are added up in whole numbers, and turned into floats by a factor.
  (func (export "multiply")
    (param $state i32) (param $short i32) (param $shortEnd i32)
    (param $sums i32) (param $sumsEnd i32)
    (param $matrix i32) (param $pairSize i32) (param $scale f32)
    (local $at i32) (local $pair i32) (local $factors v128) (local $scales v128)
    (local $a v128) (local $b v128) (local $c v128) (local $d v128)
    (call $shorten (local.get $state) (local.get $short) (local.get $shortEnd))
    (local.set $scales (f32x4.splat (local.get $scale)))
    (loop $columns
      (local.set $a (v128.const i32x4 0 0 0 0))
      (local.set $b (v128.const i32x4 0 0 0 0))
      (local.set $c (v128.const i32x4 0 0 0 0))
      (local.set $d (v128.const i32x4 0 0 0 0))
      (local.set $at (local.get $short))
      (local.set $pair (local.get $matrix))
      (loop $pairs
        (local.set $factors (v128.load32_splat (local.get $at)))
        (local.set $a
          (i32x4.add (local.get $a) (i32x4.dot_i16x8_s (local.get $factors) (v128.load (local.get $pair)))))
        (local.set $b
          (i32x4.add (local.get $b) (i32x4.dot_i16x8_s (local.get $factors) (v128.load offset=16 (local.get $pair)))))
        (local.set $c
          (i32x4.add (local.get $c) (i32x4.dot_i16x8_s (local.get $factors) (v128.load offset=32 (local.get $pair)))))
        (local.set $d
          (i32x4.add (local.get $d) (i32x4.dot_i16x8_s (local.get $factors) (v128.load offset=48 (local.get $pair)))))
        (local.set $pair (i32.add (local.get $pair) (local.get $pairSize)))
        (local.set $at (i32.add (local.get $at) (i32.const 4)))
        (br_if $pairs (i32.lt_u (local.get $at) (local.get $shortEnd))))
      (v128.store (local.get $sums) (f32x4.mul (local.get $scales) (f32x4.convert_i32x4_s (local.get $a))))
      (v128.store offset=16 (local.get $sums) (f32x4.mul (local.get $scales) (f32x4.convert_i32x4_s (local.get $b))))
      (v128.store offset=32 (local.get $sums) (f32x4.mul (local.get $scales) (f32x4.convert_i32x4_s (local.get $c))))
      (v128.store offset=48 (local.get $sums) (f32x4.mul (local.get $scales) (f32x4.convert_i32x4_s (local.get $d))))
      (local.set $sums (i32.add (local.get $sums) (i32.const 64)))
      (local.set $matrix (i32.add (local.get $matrix) (i32.const 64)))
      (br_if $columns (i32.lt_u (local.get $sums) (local.get $sumsEnd)))))

  ;; The hyperbolic tangent to within 0.0001, as the sixth convergent of Lambert's continued fraction, which leaves [-1, 1]
  ;; behind 4.97: the same on every machine, which no library promises.
  (func $tanh (param $x v128) (result v128)
    (local $square v128)
    (local.set $x
      (f32x4.max (v128.const f32x4 -4.97 -4.97 -4.97 -4.97)
        (f32x4.min (v128.const f32x4 4.97 4.97 4.97 4.97) (local.get $x))))
    (local.set $square (f32x4.mul (local.get $x) (local.get $x)))
    (f32x4.div
      (f32x4.mul (local.get $x)
        (f32x4.add (v128.const f32x4 135135 135135 135135 135135)
          (f32x4.mul (local.get $square)
            (f32x4.add (v128.const f32x4 17325 17325 17325 17325)
              (f32x4.mul (local.get $square)
                (f32x4.add (v128.const f32x4 378 378 378 378) (local.get $square)))))))
      (f32x4.add (v128.const f32x4 135135 135135 135135 135135)
        (f32x4.mul (local.get $square)
          (f32x4.add (v128.const f32x4 62370 62370 62370 62370)
            (f32x4.mul (local.get $square)
              (f32x4.add (v128.const f32x4 3150 3150 3150 3150)
                (f32x4.mul (local.get $square) (v128.const f32x4 28 28 28 28)))))))))

  (func $sigmoid (param $x v128) (result v128)
    (f32x4.add (v128.const f32x4 0.5 0.5 0.5 0.5)
      (f32x4.mul (v128.const f32x4 0.5 0.5 0.5 0.5)
        (call $tanh (f32x4.mul (v128.const f32x4 0.5 0.5 0.5 0.5) (local.get $x))))))

  ;; A step of a gated recurrent unit. `$size` is that of a state; `$word` and `$within` are what the word and the state
  ;; bring to the gates: reset, update and new, one row of that size each.
  (func (export "step")
    (param $word i32) (param $within i32) (param $bias i32) (param $state i32) (param $made i32) (param $size i32)
    (local $end i32) (local $twice i32) (local $fresh v128)
    (local.set $end (i32.add (local.get $made) (local.get $size)))
    (local.set $twice (i32.mul (local.get $size) (i32.const 2)))
    (loop $next
      (local.set $fresh
        (call $tanh
          (f32x4.add
            (v128.load (i32.add (local.get $word) (local.get $twice)))
            (f32x4.mul
              (call $sigmoid (f32x4.add (v128.load (local.get $word)) (v128.load (local.get $within))))
              (f32x4.add
                (v128.load (i32.add (local.get $within) (local.get $twice)))
                (v128.load (local.get $bias)))))))
      (v128.store (local.get $made)
        (f32x4.add (local.get $fresh)
          (f32x4.mul
            (call $sigmoid
              (f32x4.add
                (v128.load (i32.add (local.get $word) (local.get $size)))
                (v128.load (i32.add (local.get $within) (local.get $size)))))
            (f32x4.sub (v128.load (local.get $state)) (local.get $fresh)))))
      (local.set $word (i32.add (local.get $word) (i32.const 16)))
      (local.set $within (i32.add (local.get $within) (i32.const 16)))
      (local.set $bias (i32.add (local.get $bias) (i32.const 16)))
      (local.set $state (i32.add (local.get $state) (i32.const 16)))
      (local.set $made (i32.add (local.get $made) (i32.const 16)))
      (br_if $next (i32.lt_u (local.get $made) (local.get $end)))))

  ;; What hidden units say to the sum of a bias and four rows, each unit as far as its sum is above 0.
  (func (export "judge")
    (param $bias i32) (param $biasEnd i32) (param $out i32)
    (param $first i32) (param $second i32) (param $third i32) (param $fourth i32)
    (result f32)
    (local $sum v128)
    (loop $next
      (local.set $sum
        (f32x4.add (local.get $sum)
          (f32x4.mul
            (v128.load (local.get $out))
            (f32x4.max (v128.const f32x4 0 0 0 0)
              (f32x4.add
                (f32x4.add
                  (f32x4.add (v128.load (local.get $first)) (v128.load (local.get $second)))
                  (f32x4.add (v128.load (local.get $third)) (v128.load (local.get $fourth))))
                (v128.load (local.get $bias)))))))
      (local.set $bias (i32.add (local.get $bias) (i32.const 16)))
      (local.set $out (i32.add (local.get $out) (i32.const 16)))
      (local.set $first (i32.add (local.get $first) (i32.const 16)))
      (local.set $second (i32.add (local.get $second) (i32.const 16)))
      (local.set $third (i32.add (local.get $third) (i32.const 16)))
      (local.set $fourth (i32.add (local.get $fourth) (i32.const 16)))
      (br_if $next (i32.lt_u (local.get $bias) (local.get $biasEnd))))
    (f32.add
      (f32.add (f32x4.extract_lane 0 (local.get $sum)) (f32x4.extract_lane 1 (local.get $sum)))
      (f32.add (f32x4.extract_lane 2 (local.get $sum)) (f32x4.extract_lane 3 (local.get $sum))))))
