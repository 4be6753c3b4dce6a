/**
 * Returns when the page has had its turn: what the reader pressed meanwhile is answered first. No timer: those of a
 * hidden tab run once a second, later once a minute, and thousands of texts are worked through in hundreds of turns.
 */
export function yieldToPage(): Promise<void> {
  return new Promise((done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      done();
    };
    port2.postMessage(undefined);
  });
}
