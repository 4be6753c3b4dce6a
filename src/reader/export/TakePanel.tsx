import { useState } from 'react';
import type { Article } from '../../model/Article.ts';
import { formatBeijingDay } from '../../model/beijingTime.ts';
import { buildMarkdown } from '../books/buildMarkdown.ts';
import { ExportButton } from '../downloads/ExportButton.tsx';
import { isRead } from '../read-state/createReadStore.ts';
import { useMarks, useReadMarks } from '../read-state/useMarks.ts';
import { readingWords } from '../words/readingWords.ts';
import { buildBibtex, buildGbt7714, buildRis, type Cited } from './citations.ts';
import { copyText } from './copyText.ts';

/** What the dialog 带走 holds: the article and what cites it, to be copied, shared and printed. */
export function TakePanel({ article, onClose }: { article: Article; onClose: () => void }) {
  const { read } = useMarks();
  const isNowRead = isRead(useReadMarks(), article);
  const [answer, setAnswer] = useState<{ text: string; left?: string }>();
  const address = window.location.origin + window.location.pathname;
  const cited: Cited = {
    article,
    address,
    today: formatBeijingDay(new Date().toISOString()) ?? '',
  };

  async function copy(text: string) {
    const isCopied = await copyText(text);
    setAnswer(
      isCopied ? { text: readingWords.copied } : { text: readingWords.notCopied, left: text },
    );
  }
  async function share() {
    // It rejects where the reader thinks better of it.
    await navigator.share({ title: article.title, url: address }).catch(() => undefined);
  }
  function print() {
    onClose();
    window.setTimeout(() => window.print());
  }

  const actions: [name: string, act: () => void][] = [
    [readingWords.copyLink, () => void copy(address)],
    [readingWords.copyMarkdown, () => void copy(writeMarkdown(article, address))],
    [readingWords.copyGbt, () => void copy(buildGbt7714(cited))],
    ['BibTeX', () => void copy(buildBibtex(cited))],
    ['RIS', () => void copy(buildRis(cited))],
    ...('share' in navigator
      ? [[readingWords.share, () => void share()] as [string, () => void]]
      : []),
    [readingWords.print, print],
    [
      isNowRead ? readingWords.markUnread : readingWords.markRead,
      () => read.mark(article.id, !isNowRead),
    ],
  ];
  return (
    <div className="flex flex-col gap-2 p-2">
      {actions.map(([name, act]) => (
        <button key={name} type="button" className="button" onClick={act}>
          {name}
        </button>
      ))}
      <ExportButton
        className="button"
        source={{ title: article.title, count: 1, read: async () => [article] }}
      />
      <p role="status" className="min-h-6 text-soft text-sm">
        {answer?.text}
      </p>
      {answer?.left && (
        <textarea
          readOnly
          className="h-40 w-full border border-line p-2 text-sm"
          aria-label={readingWords.notCopied}
          value={answer.left}
        />
      )}
    </div>
  );
}

/** The text as it stands on the page, in the script that the reader has chosen. */
function writeMarkdown(article: Article, address: string): string {
  const body = document.querySelector('.reading-pane .article-body');
  const facts = [article.source, article.publishedAt?.slice(0, 10)].filter(Boolean).join(' · ');
  const head = [`# ${article.title}`, facts, `<${address}>`].filter(Boolean).join('\n\n');
  return `${head}\n\n${body ? buildMarkdown(body) : ''}\n`;
}
