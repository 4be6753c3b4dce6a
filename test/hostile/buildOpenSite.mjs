/**
 * Builds the site with a sanitizer that lets everything through, to see what the policy holds alone. It trusts under
 * DOMPurify's name, as if DOMPurify had been deceived entirely. Argument: the output folder.
 */
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

// Not all versions of Chromium run the scripts of such a fragment (147.0.7727.0 does not): each is made anew.
const OPEN_SANITIZER = `
const rules = { createHTML: (html) => html, createScript: (text) => text, createScriptURL: (url) => url };
const policy = globalThis.trustedTypes?.createPolicy('dompurify', rules) ?? rules;
export function sanitizeHtml(html) {
  const fragment = document.createRange().createContextualFragment(policy.createHTML(html));
  for (const script of fragment.querySelectorAll('script')) {
    const runnable = document.createElementNS(script.namespaceURI, 'script');
    for (const { name, value } of script.attributes) {
      if (/src|href/.test(name)) runnable.setAttribute(name, policy.createScriptURL(value));
      else runnable.setAttribute(name, name.startsWith('on') ? policy.createScript(value) : value);
    }
    runnable.textContent = policy.createScript(script.textContent);
    script.replaceWith(runnable);
  }
  return fragment;
}`;

await build({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  logLevel: 'warn',
  build: { outDir: process.argv[2], emptyOutDir: true },
  plugins: [
    {
      name: 'open-sanitizer',
      enforce: 'pre',
      load: (id) => (id.endsWith('/article/sanitizeHtml.ts') ? OPEN_SANITIZER : undefined),
    },
  ],
});
