// @vitest-environment jsdom
import { fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { buildArchive, renderReader, serveFiles, setUpReader } from './setUpReader.tsx';

const readArticles = (asked: string[]) => asked.filter((path) => path.includes('/articles/'));

describe('an article is fetched before it is opened', () => {
  setUpReader();

  it('when the pointer rests on its row, not when rows pass below it', async () => {
    const asked = serveFiles(buildArchive('示例', 40, 0));
    renderReader('/');
    await screen.findByRole('link', { name: '第39号文章' });
    const rows = [39, 38, 37].map((n) => screen.getByRole('link', { name: `第${n}号文章` }));
    for (const row of rows) fireEvent.pointerEnter(row);
    await waitFor(() => expect(readArticles(asked)).toEqual(['archive/articles/id0037.json']));
  });

  it('once, however often the pointer comes back', async () => {
    const asked = serveFiles(buildArchive('示例', 40, 0));
    const user = userEvent.setup();
    renderReader('/');
    const row = await screen.findByRole('link', { name: '第39号文章' });
    for (let turn = 0; turn < 3; turn++) {
      await user.hover(row);
      await waitFor(() => expect(readArticles(asked)).toHaveLength(1));
      await user.unhover(row);
    }
    await user.click(row);
    await screen.findByText('第39号文章的正文。');
    expect(readArticles(asked)[0]).toBe('archive/articles/id0039.json');
    expect(new Set(readArticles(asked)).size).toBe(readArticles(asked).length);
  });
});
