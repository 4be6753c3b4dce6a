import type { QueryClient } from '@tanstack/react-query';
import type { ArticleSummary } from '../../model/Article.ts';
import { type Category, listShown } from '../../model/Catalogue.ts';
import type { Bookmark } from '../bookmarks/Bookmark.ts';
import { catalogueQuery } from '../data/fetchCatalogue.ts';
import { goTo } from '../routing/RouteLink.tsx';
import { buildHref, type Route } from '../routing/routes.ts';
import { buildSearchQuery } from '../search/searchQuery.ts';
import type { SettingsStore } from '../storage/createSettingsStore.ts';
import { searchWords } from '../words/searchWords.ts';
import { settingsWords } from '../words/settingsWords.ts';
import { words } from '../words/words.ts';
import type { Command } from './Command.ts';
import { listSettings } from './listSettings.ts';
import { pressControl } from './shortcuts.ts';

interface Sources {
  client: QueryClient;
  settings: SettingsStore;
  remembered: readonly Bookmark[];
  /** Names of tags that are known. */
  tags: readonly string[];
}

/**
 * Lists all that the palette can do now: actions, settings, categories, tags, and the articles that are known here
 * without asking the host.
 */
export function listCommands({ client, settings, remembered, tags }: Sources): Command[] {
  const { root, site } = client.getQueryData(catalogueQuery.queryKey) ?? {};
  const pages = client.getQueriesData<ArticleSummary[]>({ queryKey: ['list'] });
  const articles = new Map<string, { id: string; title: string; source: string }>();
  for (const article of [...remembered, ...pages.flatMap(([, rows]) => rows ?? [])]) {
    articles.set(article.id, article);
  }
  return [
    ...listActions(site?.hasAbout ?? false),
    ...listSettings(settings),
    ...(root ? listCategories(root) : []),
    ...tags.map((tag): Command => {
      return { key: `t ${tag}`, kind: 'tag', name: tag, run: leadTo({ name: 'tag', tag }) };
    }),
    ...[...articles.values()].map(({ id, title, source }): Command => {
      const run = leadTo({ name: 'article', id });
      return { key: `a ${id}`, kind: 'article', name: title, note: source, run };
    }),
  ];
}

/** Gives those that have all words of the question in their name or note; with none, what one can do and go to. */
export function findCommands(commands: readonly Command[], question: string): Command[] {
  const parts = question.toLowerCase().split(/\s+/).filter(Boolean);
  if (parts.length === 0)
    return commands.filter(({ kind }) => kind === 'action' || kind === 'category');
  return commands
    .filter(({ name, note = '' }) => {
      const text = `${name} ${note}`.toLowerCase();
      return parts.every((part) => text.includes(part));
    })
    .slice(0, MOST);
}

/** Gives the search for the question in all articles; none without a question. */
export function buildTextSearch(question: string): Command[] {
  const text = question.trim();
  if (text === '') return [];
  const run = leadTo({ name: 'search', query: buildSearchQuery({ text }) });
  return [
    { key: 'search texts', kind: 'search', name: searchWords.palette.searchTexts(text), run },
  ];
}

/** More than one looks through. */
const MOST = 60;

function listActions(hasAbout: boolean): Command[] {
  const go = (name: string, route: Exclude<Route, { name: 'missing' }>): Command => {
    return { key: `go ${name}`, kind: 'action', name, run: leadTo(route) };
  };
  const select: Command = {
    key: 'select',
    kind: 'action',
    name: settingsWords.shortcuts.select,
    run: () => void pressControl('v'),
  };
  const openSettings = () => void pressControl('s');
  return [
    go(words.allArticles, { name: 'list', category: '' }),
    go(words.bookmarks, { name: 'saved' }),
    go(words.search, { name: 'search' }),
    go(words.history, { name: 'history' }),
    go(words.notes, { name: 'notes' }),
    go(words.offline, { name: 'offline' }),
    ...(hasAbout ? [go(words.about, { name: 'about' })] : []),
    ...(document.querySelector('[aria-keyshortcuts~="v"]') ? [select] : []),
    { key: 'settings', kind: 'action', name: words.readingSettings, run: openSettings },
  ];
}

function listCategories(category: Category): Command[] {
  return listShown(category).flatMap((child) => [
    {
      key: `c ${child.path}`,
      kind: 'category' as const,
      name: child.name,
      note: category.name,
      run: leadTo({ name: 'list', category: child.path }),
    },
    ...listCategories(child),
  ]);
}

function leadTo(route: Exclude<Route, { name: 'missing' }>): () => void {
  return () => goTo(buildHref(route));
}
