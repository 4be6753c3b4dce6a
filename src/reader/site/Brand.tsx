import { useState } from 'react';
import { buildImageSource } from '../data/buildImageSource.ts';
import { RouteLink } from '../routing/RouteLink.tsx';
import { Seal } from '../ui/Seal.tsx';
import { readSiteTitle } from '../ui/useDocumentTitle.ts';
import { useSite } from './useSite.ts';

/** The site's mark and, where there is room, its name and what it is about. */
export function Brand({ isNamed }: { isNamed: boolean }) {
  const site = useSite();
  const title = site?.title ?? readSiteTitle();
  return (
    <div className="brand-box">
      <RouteLink to={{ name: 'list', category: '' }} className="brand" aria-label={title}>
        {/* Beside the name it says nothing more. */}
        <Mark name={isNamed ? '' : title} />
        {isNamed && <span className="brand-name">{title}</span>}
      </RouteLink>
      {isNamed && site?.description && <p className="brand-note">{site.description}</p>}
    </div>
  );
}

/** The owner's logo, or the seal where there is none, or none can be had. */
function Mark({ name }: { name: string }) {
  const logo = useSite()?.logo;
  const [hasFailed, setFailed] = useState(false);
  const source = logo && buildImageSource(logo.src);
  if (!source || hasFailed) return <Seal />;
  return (
    <img
      className="logo"
      src={source}
      alt={name}
      width={logo.width}
      height={logo.height}
      onError={() => setFailed(true)}
    />
  );
}
