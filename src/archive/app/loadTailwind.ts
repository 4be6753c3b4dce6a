import module, { syncBuiltinESMExports } from 'node:module';
import type { Plugin } from 'vite';

/**
 * Gives Tailwind's plugins. Tailwind registers a hook that loads its own plugins anew in development; this site has none, and before
 * Node 22.15 the hook is a thread that each later import waits for: 80 ms and 13 MB of a build. So registering does nothing meanwhile.
 */
export async function loadTailwind(): Promise<Plugin[]> {
  const { register } = module;
  const use = (registering: typeof register) => {
    module.register = registering;
    syncBuiltinESMExports();
  };
  use(() => undefined);
  try {
    const { default: tailwindcss } = await import('@tailwindcss/vite');
    return tailwindcss();
  } finally {
    use(register);
  }
}
