;; The product of `product.ts`: adds a vector times a matrix to a row of sums.
;;
;; All numbers are 32-bit floats and lie in one memory: the vector, the sums, and the matrix row after row. The sums, and
;; so the rows of the matrix, are a multiple of sixteen long. Sixteen sums are worked out at a time, in four registers of
;; four, so that a number of the matrix is read once and a sum is written once. Each sum adds up its products in the order
;; of the rows: the result is the same on every machine.
(module
  (import "product" "memory" (memory 1))
  (func (export "add")
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
        (br $columns)))))
