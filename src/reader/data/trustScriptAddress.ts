/** The part of the Trusted Types API (W3C) that is needed here; TypeScript knows none of it. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(address: string): string },
  ): { createScriptURL(address: string): unknown };
}

/**
 * Gives the address of one of the site's own programs in the form in which `new Worker` and `register` take it under
 * the site's policy. Throws TypeError for an address on another host. Browsers without Trusted Types get it as it is.
 */
export function trustScriptAddress(address: string): string {
  policy ??= createPolicy();
  return policy.createScriptURL(address) as string;
}

let policy: ReturnType<TrustedTypes['createPolicy']> | undefined;

/** The name stands in `src/archive/output/contentPolicy.ts`; a second policy of that name would be refused. */
function createPolicy(): ReturnType<TrustedTypes['createPolicy']> {
  const rules = { createScriptURL: checkAddress };
  const { trustedTypes } = window as { trustedTypes?: TrustedTypes };
  return trustedTypes?.createPolicy('cangbao', rules) ?? rules;
}

function checkAddress(address: string): string {
  const { href, origin } = new URL(address, window.location.href);
  if (origin !== window.location.origin)
    throw new TypeError(`${href} is not a program of this site`);
  return href;
}
