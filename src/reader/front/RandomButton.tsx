import { useQueryClient } from '@tanstack/react-query';
import Shuffle from 'lucide-react/icons/shuffle';
import { useState } from 'react';
import { navigate } from 'wouter/use-browser-location';
import type { ArticleListInfo } from '../../model/Catalogue.ts';
import { findRow } from '../../model/listOrder.ts';
import { listPageQuery } from '../data/fetchListPage.ts';
import { buildHref } from '../routing/routes.ts';
import { frontWords } from '../words/browseWords.ts';
import { buildOrigin } from './FrontArticles.tsx';

interface RandomButtonProps {
  list: string;
  info: ArticleListInfo;
  isAll: boolean;
}

/** 随机一篇: opens any article of the archive, each as likely as another. */
export function RandomButton({ list, info, isAll }: RandomButtonProps) {
  const client = useQueryClient();
  const [state, setState] = useState<'running' | 'failed'>();

  async function open() {
    setState('running');
    try {
      const { page, index } = findRow(info, Math.floor(Math.random() * info.count));
      const rows = await client.fetchQuery({
        ...listPageQuery(list, info, page),
        staleTime: Infinity,
      });
      const article = rows[index];
      if (!article) throw new Error('The list page is shorter than the catalogue says.');
      setState(undefined);
      const origin = buildOrigin(article, isAll);
      navigate(buildHref({ name: 'article', id: article.id }), { state: { origin } });
    } catch {
      setState('failed');
    }
  }

  return (
    <p className="front-random">
      <button
        type="button"
        className="button"
        aria-disabled={state === 'running'}
        onClick={() => state !== 'running' && void open()}
      >
        <Shuffle size={15} strokeWidth={1.6} aria-hidden="true" />
        {frontWords.random}
      </button>
      <span aria-live="polite">{state === 'failed' && frontWords.randomFailed}</span>
    </p>
  );
}
