import { type QueryKey, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { findCategory } from '../../model/Catalogue.ts';
import { createPrefetcher } from '../browse/createPrefetcher.ts';
import { useStoredList } from '../browse/useStoredList.ts';
import { articleQuery } from '../data/fetchArticle.ts';
import { catalogueQuery } from '../data/fetchCatalogue.ts';
import { findPageCatalogue } from '../data/pageFacts.ts';
import { NewsContext, useNews } from '../read-state/useNews.ts';
import { readingViewQuery } from '../reading/readingViewQuery.ts';
import { useOpenArticle } from '../reading/useOpenArticle.ts';
import type { ListPlace } from '../routing/ArticleOrigin.ts';
import type { Route } from '../routing/routes.ts';
import { useAddressQuery } from '../routing/useAddress.ts';
import { useCurrentRoute } from '../routing/useCurrentRoute.ts';
import { CatalogueContext } from '../site/useSite.ts';
import { partQuery } from '../ui/partQuery.ts';
import { useLayout } from '../ui/useLayout.ts';
import { AboutScreen } from './AboutScreen.tsx';
import { EmptyPane } from './EmptyPane.tsx';
import { Frame } from './Frame.tsx';
import { ListPane } from './ListPane.tsx';
import { PartScreen } from './PartScreen.tsx';
import { ReadingPanePlace, readingPaneQuery } from './ReadingPanePlace.tsx';
import { ShortcutsPlace } from './ShortcutsPlace.tsx';
import { useSearchKey } from './useSearchKey.ts';

/** The edges of panes can be dragged where there are several; the first list doesn't wait for that. */
const paneEdgeQuery = partQuery('pane edge', () => import('../immersion/PaneEdge.tsx'));

/** The one screen: navigation, the list, the article, as many of them as there is room for. */
export function MainScreen() {
  const { route, origin } = useCurrentRoute();
  const layout = useLayout();
  const catalogue = useQuery(catalogueQuery);
  const news = useNews(catalogue.data);
  const open = useOpenArticle(
    route.name === 'article' ? route.id : undefined,
    origin,
    catalogue.data,
  );
  const approach = useApproach();

  const nextId = open?.neighbours.next?.article.id;
  const isHere = open?.query.isSuccess ?? false;
  useEffect(() => {
    if (nextId !== undefined && isHere) approach(nextId);
  }, [nextId, isHere, approach]);

  const edge = useQuery({ ...paneEdgeQuery, enabled: layout !== 'one' }).data;
  const search = useAddressQuery();
  useSearchKey();
  const list = open ? open.list : findRouteList(route, search);
  const shown = useStoredList(list, catalogue.data);
  const page = route.name === 'offline' || route.name === 'notes' ? route.name : undefined;
  const isMissing =
    route.name === 'missing' ||
    (route.name === 'tag' && shown.isUnknownTag) ||
    (route.name === 'list' &&
      catalogue.data !== undefined &&
      !findCategory(catalogue.data.root, route.category)) ||
    (route.name === 'about' && catalogue.data?.site?.hasAbout === false);

  return (
    <CatalogueContext value={catalogue.data ?? findPageCatalogue()}>
      <NewsContext value={news}>
        <Frame
          layout={layout}
          root={catalogue.data?.root}
          list={isMissing ? undefined : list}
          page={page}
        >
          {isMissing ? (
            <PartScreen key="missing" name="missing" />
          ) : page ? (
            <PartScreen key={page} name={page} />
          ) : route.name === 'about' ? (
            <AboutScreen />
          ) : (
            <>
              {layout === 'three' && edge && <edge.PaneEdge pane="sidebarWidth" />}
              {(layout !== 'one' || !open) && (
                <ListPane
                  catalogue={catalogue}
                  list={list}
                  shown={shown}
                  open={open}
                  onApproach={approach}
                />
              )}
              {layout !== 'one' && edge && <edge.PaneEdge pane="listWidth" />}
              {open ? (
                <ReadingPanePlace key={open.id} open={open} isAlone={layout === 'one'} />
              ) : (
                layout !== 'one' && <EmptyPane catalogue={catalogue.data} list={list} />
              )}
            </>
          )}
          <ShortcutsPlace open={open} />
        </Frame>
      </NewsContext>
    </CatalogueContext>
  );
}

function findRouteList(route: Route, search: string): ListPlace | undefined {
  if (route.name === 'search') return { kind: 'search', query: search.replace(/^\?/, '') };
  if (route.name === 'saved' || route.name === 'history') return { kind: route.name };
  if (route.name === 'tag') return { kind: 'tag', tag: route.tag };
  return route.name === 'list' ? { kind: 'category', path: route.category } : undefined;
}

/** Gives a function that fetches an article, and what is needed to show it, before it is opened. */
function useApproach(): (id: string) => void {
  const client = useQueryClient();
  return useMemo(
    () =>
      createPrefetcher(async (id) => {
        // What has failed is not asked for again behind the message that says so.
        const hasFailed = (key: QueryKey) => client.getQueryState(key)?.status === 'error';
        if (!hasFailed(readingPaneQuery.queryKey)) void client.prefetchQuery(readingPaneQuery);
        if (!hasFailed(readingViewQuery.queryKey)) void client.prefetchQuery(readingViewQuery);
        const query = articleQuery(id);
        if (!hasFailed(query.queryKey)) await client.prefetchQuery({ ...query, retry: false });
      }),
    [client],
  );
}
