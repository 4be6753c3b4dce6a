import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeMachine } from './describeMachine.ts';

/** `×` is a ratio, `` a plain number. */
export type Unit = 's' | 'ms' | 'KB' | 'MB' | '×' | '';

/** One thing that was measured, several times. */
export interface Measurement {
  what: string;
  /** One value for each run; none where it can't be measured on this machine. */
  values: number[];
  unit: Unit;
  /** The budget: the median may be this at most. */
  most?: number | undefined;
}

/** Digits after the point. */
const DIGITS: Record<Unit, number> = { s: 2, ms: 0, KB: 1, MB: 0, '×': 2, '': 0 };

/** Collects what was measured and writes it as a table. */
export class Results {
  private readonly measurements: Measurement[] = [];
  private readonly notes: string[] = [];

  add(what: string, values: readonly number[], unit: Unit, most?: number): void {
    const measurement: Measurement = { what, values: [...values], unit, most };
    this.measurements.push(measurement);
    log(buildCells(measurement).join('  '));
  }

  note(text: string): void {
    if (this.notes.includes(text)) return;
    this.notes.push(text);
    log(text);
  }

  /** Gives the table as Markdown, with the machine's name above and the notes below. */
  format(): string {
    const rows = this.measurements.map((it) => `| ${buildCells(it).join(' | ')} |`);
    return [
      describeMachine(),
      '',
      '| what | measured: median (lowest – highest) | budget | |',
      '|---|---|---|---|',
      ...rows,
      '',
      ...this.notes.map((note) => `- ${note}`),
    ].join('\n');
  }

  /** Writes `results.md` and `results.json`. */
  save(folder: string): void {
    const { measurements, notes } = this;
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'results.md'), `${this.format()}\n`);
    const machine = describeMachine();
    const json = JSON.stringify({ machine, measurements, notes }, null, 2);
    writeFileSync(join(folder, 'results.json'), `${json}\n`);
  }
}

/** Tells on the error output what is going on; the table alone goes to the standard output. */
export function log(text: string): void {
  process.stderr.write(`${new Date().toTimeString().slice(0, 8)} ${text}\n`);
}

/** Gives the middle of an odd number of values, the mean of the two in the middle of an even one. */
export function findMedian(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return low === undefined || high === undefined ? Number.NaN : (low + high) / 2;
}

function buildCells({ what, values, unit, most }: Measurement): string[] {
  const format = (value: number) => value.toFixed(DIGITS[unit]);
  const suffix = unit && ` ${unit}`;
  const budget = most === undefined ? '' : `≤ ${most}${suffix}`;
  if (values.length === 0) return [what, 'not measured', budget, ''];
  const median = findMedian(values);
  const ends = [Math.min(...values), Math.max(...values)].map(format);
  const spread = ends[0] === ends[1] ? '' : ` (${ends.join(' – ')})`;
  const verdict = most === undefined ? '' : median <= most ? 'ok' : '**over**';
  return [what, `${format(median)}${suffix}${spread}`, budget, verdict];
}
