import module, { syncBuiltinESMExports } from 'node:module';
import type { Plugin } from 'vite';

/**
 * Gives Tailwind's plugins. Tailwind registers a hook that loads its own plugins anew in development; this site has
 * none, and before Node 22.15 the hook is a thread that each later import waits for: 80 ms and 13 MB of a build. So
 * it is not registered.
 */
export async function loadTailwind(): Promise<Plugin[]> {
  const { register } = module;
  const use = (registering: typeof register) => {
    module.register = registering;
    syncBuiltinESMExports();
  };
  const registerOthers = (specifier: string | URL, ...rest: unknown[]) =>
    /esm-cache.loader/.test(String(specifier))
      ? undefined
      : Reflect.apply(register, module, [specifier, ...rest]);
  use(registerOthers as typeof register);
  try {
    const { default: tailwindcss } = await import('@tailwindcss/vite');
    return tailwindcss();
  } finally {
    use(register);
  }
}
