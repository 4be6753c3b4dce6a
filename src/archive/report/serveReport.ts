import type { IncomingMessage, ServerResponse } from 'node:http';
import { REPORT_FILE_PREFIX, REPORT_LIST, REPORT_PAGE } from '../../model/ReportPage.ts';
import type { DevReport } from './DevReport.ts';

type Middleware = (
  request: IncomingMessage,
  response: ServerResponse,
  next: (error?: unknown) => void,
) => void;

/**
 * Answers the addresses of the report's page; everything else goes on. `buildPage` makes the page's HTML for an
 * address.
 */
export function serveReport(
  base: string,
  report: DevReport,
  buildPage: (url: string) => Promise<string>,
): Middleware {
  return (request, response, next) => {
    const url = request.url ?? '';
    if (!url.startsWith(base)) return next();
    const below = url.slice(base.length);
    if (new RegExp(`^${REPORT_PAGE}/?(?:[?#]|$)`).test(below)) {
      buildPage(url).then((html) => send(response, 'text/html', html), next);
    } else if (below === REPORT_LIST) {
      send(response, 'application/json', JSON.stringify(report.answerList()));
    } else if (below.startsWith(REPORT_FILE_PREFIX)) {
      const path = new URL(url, 'http://localhost').searchParams.get('path') ?? '';
      const file = report.answerFile(path);
      if (!file) response.statusCode = 404;
      send(response, 'application/json', file ? JSON.stringify(file) : '');
    } else next();
  };
}

function send(response: ServerResponse, type: string, text: string): void {
  response.setHeader('Content-Type', `${type}; charset=utf-8`);
  response.setHeader('Cache-Control', 'no-store');
  response.end(text);
}
