// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { SheetButton } from '../../src/reader/ui/DeferredSheet.tsx';

beforeAll(() => {
  HTMLDialogElement.prototype.showModal = function showModal() {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = () => {};
});
afterEach(cleanup);

function show(load: () => Promise<() => string>) {
  render(
    <SheetButton title="备份" load={load} content={() => ({})}>
      备份
    </SheetButton>,
  );
  fireEvent.click(screen.getByRole('button', { name: '备份' }));
}

test('a button’s sheet opens at once and shows its content when that has come', async () => {
  show(async () => () => '内容');
  expect(screen.getByRole('dialog', { name: '备份' }).textContent).toContain('正在载入');
  await screen.findByText('内容');
});

test('a sheet whose script can’t be had says so', async () => {
  show(() => Promise.reject(new Error('offline')));
  expect((await screen.findByRole('alert')).textContent).toMatch(/网络/);
  screen.getByRole('button', { name: '重试' });
});
