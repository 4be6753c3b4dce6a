import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { HostFacts } from '../../src/archive/hosts/HostFacts.ts';
import { type RunningHost, startProgram } from './startProgram.ts';

/** What a server is started with: a recipe as it was printed, and a folder for what the server writes. */
export interface ServerInput {
  recipe: string;
  folder: string;
  /** Address of the site's first page. */
  url: string;
  facts: HostFacts;
}

/** Starts nginx as Debian's `nginx.conf` does, which includes `conf.d`. */
export function startNginx(
  program: string,
  { recipe, folder, url }: ServerInput,
): Promise<RunningHost> {
  const write = (name: string) => `${name}_temp_path ${folder}/${name};`;
  writeFileSync(join(folder, 'site.conf'), recipe);
  writeFileSync(
    join(folder, 'nginx.conf'),
    `pid ${folder}/nginx.pid;
error_log stderr warn;
daemon off;
worker_processes 1;
events { worker_connections 64; }
http {
  access_log off;
  ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(write).join('\n  ')}
  include /etc/nginx/mime.types;
  default_type application/octet-stream;
  sendfile on;
  gzip on;
  include ${folder}/site.conf;
}
`,
  );
  return startProgram(program, ['-e', 'stderr', '-c', join(folder, 'nginx.conf')], url);
}

/** Starts Caddy with a file that imports the recipe, since the recipe leaves the port of its administration open. */
export function startCaddy(
  program: string,
  { recipe, folder, url }: ServerInput,
): Promise<RunningHost> {
  writeFileSync(join(folder, 'site'), recipe);
  writeFileSync(join(folder, 'Caddyfile'), `{\n\tadmin off\n}\nimport ${folder}/site\n`);
  const args = ['run', '--adapter', 'caddyfile', '--config', join(folder, 'Caddyfile')];
  return startProgram(program, args, url, { HOME: folder, XDG_DATA_HOME: folder });
}

const APACHE_MODULES = [
  'mpm_event',
  'authz_core',
  'mime',
  'dir',
  'alias',
  'autoindex',
  'negotiation',
  'rewrite',
  'headers',
  'setenvif',
  'filter',
  'deflate',
  'brotli',
];

/** Starts Apache as Debian's `apache2.conf` does, with its table of types and `.htaccess` allowed. */
export function startApache(
  program: string,
  { recipe, folder, url }: ServerInput,
): Promise<RunningHost> {
  const load = (name: string) =>
    `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`;
  const { port } = new URL(url);
  const empty = join(folder, 'empty');
  mkdirSync(empty, { recursive: true });
  writeFileSync(join(folder, 'site.conf'), recipe);
  writeFileSync(
    join(folder, 'apache.conf'),
    `ServerRoot ${folder}
ServerName localhost
PidFile ${folder}/apache.pid
ErrorLog ${folder}/error.log
DefaultRuntimeDir ${folder}
${APACHE_MODULES.map(load).join('\n')}
<IfModule unixd_module>
  User www-data
  Group www-data
</IfModule>
Listen 127.0.0.1:${port}
DocumentRoot ${empty}
<Directory />
  Options FollowSymLinks
  AllowOverride None
  Require all denied
</Directory>
Include /etc/apache2/mods-available/mime.conf
Include ${folder}/site.conf
`,
  );
  return startProgram(program, ['-D', 'FOREGROUND', '-f', join(folder, 'apache.conf')], url);
}

/** Starts Apache as a shared host does, which reads a `.htaccess` in the site's folder and nothing else. */
export async function startHtaccess(program: string, input: ServerInput): Promise<RunningHost> {
  const { recipe, facts, url } = input;
  const file = join(facts.output, '.htaccess');
  writeFileSync(file, recipe);
  const shared = `<VirtualHost *:${new URL(url).port}>
${facts.path === '/' ? `DocumentRoot ${facts.output}` : `Alias ${facts.path.slice(0, -1)} ${facts.output}`}
<Directory ${facts.output}>
  Require all granted
  AllowOverride All
</Directory>
</VirtualHost>
`;
  const host = await startApache(program, { ...input, recipe: shared });
  return {
    ...host,
    close: async () => {
      await host.close();
      rmSync(file, { force: true });
    },
  };
}
