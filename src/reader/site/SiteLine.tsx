import { useLayout } from '../ui/useLayout.ts';
import { words } from '../words/words.ts';
import { useSite } from './useSite.ts';

/** Says on a phone, where the site's name has no other place, what site this is and what it is about. */
export function SiteLine() {
  const site = useSite();
  const isPhone = useLayout() === 'one';
  return (
    isPhone &&
    site && (
      <p className="site-line">
        <strong>{site.title}</strong> {site.description || words.whatThisIs}
      </p>
    )
  );
}
