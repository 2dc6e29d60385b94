/** Of a Chromium trace, what is read here. Times are in microseconds. */
export interface TraceEvent {
  readonly name: string;
  /** `X`: from `ts` for `dur`. */
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  /** Of `dur`, what the thread had the processor. */
  readonly tdur?: number;
  readonly args?: { readonly data?: { readonly type?: string } };
}

/** What a trace must record to be read here: what DevTools draws as tasks, and as events in them. */
export const TRACED = ["devtools.timeline", "disabled-by-default-devtools.timeline"];

/** What one key cost the page until the next, in milliseconds. */
export interface Block {
  /** The longest task: as long as the next key would have waited. */
  readonly time: number;
  /** The most that a task took of the processor: without what other programs had of it meanwhile. */
  readonly work: number;
  /** The longest row of tasks that followed each other on end. */
  readonly busy: number;
}

/** Tasks that are no further apart follow each other on end. Microseconds. */
const ON_END = 500;

/**
 * For each key that a page got, the longest stretch in which the page could not have taken the next one.
 *
 * That is its longest task, not all tasks up to the paint together: between two tasks Chromium looks for input first,
 * and takes a key before a frame, a message or a timer that has been waiting for longer. A task in which a key itself is
 * handled counts like any other, and so does what is done long after, as checks and drafts are, until the next key.
 */
export function blocksOf(events: readonly TraceEvent[]): readonly Block[] {
  const keys = events.filter(({ name, args }) => name === "EventDispatch" && args?.data?.type === "keydown");
  const [first] = keys;
  if (first === undefined) return [];
  const tasks = events
    .filter(({ name, ph, pid, tid }) => name === "RunTask" && ph === "X" && pid === first.pid && tid === first.tid)
    .sort((a, b) => a.ts - b.ts);
  return keys.map(({ ts }, index): Block => {
    const next = keys[index + 1]?.ts ?? Number.POSITIVE_INFINITY;
    const own = tasks.filter((task) => endOf(task) > ts && endOf(task) <= next);
    return {
      time: longest(own.map(({ dur = 0 }) => dur)),
      work: longest(own.map(({ tdur = 0 }) => tdur)),
      busy: longest(rowsOf(own)),
    };
  });
}

const endOf = ({ ts, dur = 0 }: TraceEvent): number => ts + dur;
const longest = (times: readonly number[]): number => Math.max(0, ...times) / 1000;

/** How long each row of tasks is that follow each other on end. */
function rowsOf(tasks: readonly TraceEvent[]): readonly number[] {
  const rows: { readonly start: number; end: number }[] = [];
  for (const task of tasks) {
    const row = rows.at(-1);
    if (row !== undefined && task.ts - row.end <= ON_END) row.end = endOf(task);
    else rows.push({ start: task.ts, end: endOf(task) });
  }
  return rows.map(({ start, end }) => end - start);
}
