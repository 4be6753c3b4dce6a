import { useState } from 'react';
import { readingWords } from '../words/readingWords.ts';
import { type Grid, isBand, nameColumn, readCell } from './readGrid.ts';
import { readNumber } from './readNumber.ts';
import { compareCells, type Order } from './sortRows.ts';

interface TableChartProps {
  grid: Grid;
  /** Columns that hold numbers. */
  columns: number[];
  /** How the table is sorted; the chart follows. */
  order: Order | undefined;
}

/** Beside the bar of a sum, those of its parts are all alike. */
const TOTAL = /^(?:总|合|共)计$/;

/** A column of a table as bars, each with its row's name and its figure: what is large is seen at once. */
export function TableChart({ grid, columns, order }: TableChartProps) {
  const [chosen, setChosen] = useState(columns[0] ?? 0);
  const all = grid.rows.slice(grid.headRows).filter((row) => !isBand(row));
  const total = all.find((row) => TOTAL.test(readCell(row[0])));
  const rows = all.filter((row) => row !== total);
  if (order) rows.sort((a, b) => compareCells(a, b, order));
  const bars = rows.map((row) => {
    const words = readCell(row[chosen]);
    return { name: readCell(row[0]), words, value: readNumber(words) };
  });
  const values = bars.map(({ value = 0 }) => value);
  const [least, most] = [Math.min(0, ...values), Math.max(0, ...values)];
  const range = most - least || 1;
  const percent = (value: number) => `${(value / range) * 100}%`;
  const callColumn = (column: number) =>
    nameColumn(grid, column) || readingWords.tables.column(column + 1);

  return (
    <div className="table-chart">
      <label>
        {readingWords.tables.chartColumn}
        <select value={chosen} onChange={({ target }) => setChosen(Number(target.value))}>
          {columns.map((column) => (
            <option key={column} value={column}>
              {callColumn(column)}
            </option>
          ))}
        </select>
        {total && readingWords.tables.without(readCell(total[0]))}
      </label>
      <ul aria-label={readingWords.tables.chartOf(callColumn(chosen))}>
        {bars.map(({ name, words, value }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have nothing else that is their own
          <li key={index}>
            <span className="bar-name">{name}</span>
            <span className="bar-way">
              {value !== undefined && (
                <span
                  className={value < 0 ? 'bar-line is-negative' : 'bar-line'}
                  style={{
                    left: percent(Math.min(0, value) - least),
                    width: percent(Math.abs(value)),
                  }}
                />
              )}
            </span>
            <span className="bar-figure">{words || readingWords.tables.noNumber}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
