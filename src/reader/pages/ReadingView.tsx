import { Component, lazy, type ReactNode } from 'react';
import { explainError } from '../data/ArchiveError.ts';
import { Failed } from '../ui/Failed.tsx';
import { words } from '../ui/words.ts';

/** The body of an article, which comes with the sanitizer in a script of its own. */
export const ReadingView = lazy(async () => ({ default: (await loadReadingView()).ArticleBody }));

/** Loads the script of the reading view; once here, it is here. */
export function loadReadingView() {
  return import('../article/ArticleBody.tsx');
}

/** Says so when the reading view's script could not be had. */
export class ReadingViewBoundary extends Component<{ children: ReactNode }, { error?: unknown }> {
  override state: { error?: unknown } = {};

  static getDerivedStateFromError(error: unknown) {
    return { error };
  }

  override render() {
    if (this.state.error === undefined) return this.props.children;
    return (
      <Failed
        what={words.viewFailed}
        why={explainError(this.state.error)}
        // A script that failed to load stays failed until the page is loaded anew; and a new version of the site has new names for its scripts.
        onRetry={() => window.location.reload()}
      />
    );
  }
}
