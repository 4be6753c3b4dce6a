import { matchSaved } from './matchSaved.ts';

/** Answers a picture: the saved one, else the host's, asked for just as the page did. */
export async function answerPicture(request: Request): Promise<Response> {
  return (await matchSaved(request.url)) ?? fetch(request);
}

/**
 * Answers a picture from the saved copies only. By this way the page checks that what was stored can be shown:
 * under its own address the browser's memory might answer.
 */
export async function answerSavedPicture(request: Request): Promise<Response> {
  const address = new URL(request.url).searchParams.get('address') ?? '';
  return (await matchSaved(address)) ?? new Response(undefined, { status: 404 });
}
