import { useQuery } from '@tanstack/react-query';
import { Failed } from '../ui/Failed.tsx';
import { partQuery } from '../ui/partQuery.ts';
import { words } from '../words/words.ts';

/** The query of the page's script, which few visits need. */
const aboutPageQuery = partQuery('about page', () => import('./AboutPage.tsx'));

/** The place of the page 关于: its script comes when it is asked for. */
export function AboutScreen() {
  const page = useQuery(aboutPageQuery);
  const AboutPage = page.data?.AboutPage;
  if (AboutPage) return <AboutPage />;
  return (
    <div className="reading-pane">
      {page.isError ? (
        <div className="article">
          <h1 className="article-title">{words.about}</h1>
          <Failed
            what={words.aboutFailed}
            why={words.because.network}
            onRetry={() => window.location.reload()}
          />
        </div>
      ) : (
        <p className="sr-only">{words.loading}</p>
      )}
    </div>
  );
}
