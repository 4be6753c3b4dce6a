import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findFreePort, startProgram } from '../hosts/startProgram.ts';
import { testCertificate } from '../support/testCertificate.ts';

/** A WebDAV server that runs. */
export interface DavServer {
  /** Address of its folder, ending in a slash. */
  url: string;
  /** The folder on this machine. */
  folder: string;
  user: string;
  password: string;
  close(): Promise<void>;
}

const MODULES = [
  'mpm_event',
  'authn_core',
  'authn_file',
  'authz_core',
  'authz_user',
  'auth_basic',
  'alias',
  'headers',
  'setenvif',
  'socache_shmcb',
  'ssl',
  'dav',
  'dav_fs',
];

/**
 * Starts Apache with mod_dav as README.md tells an owner to set one up. `origin`: that of the site that may ask; no
 * other may.
 */
export async function startDav(program: string, port: number, origin: string): Promise<DavServer> {
  const root = mkdtempSync(join(tmpdir(), 'cangbao-dav-'));
  const [folder, user, password] = [join(root, 'files'), '读者', '密码 1: é'];
  mkdirSync(folder);
  // Where the tests are root's, the server is another user.
  chmodSync(root, 0o777);
  chmodSync(folder, 0o777);
  const plain = await findFreePort();
  const write = (name: string, text: string) => writeFileSync(join(root, name), text);
  const sha = createHash('sha1').update(password).digest('base64');
  write('users', `${user}:{SHA}${sha}\n`);
  write('key.pem', testCertificate.key);
  write('cert.pem', testCertificate.cert);
  const load = (name: string) =>
    `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`;
  write(
    'apache.conf',
    `ServerRoot ${root}
ServerName localhost
PidFile ${root}/apache.pid
ErrorLog ${root}/error.log
DefaultRuntimeDir ${root}
DocumentRoot ${folder}
${MODULES.map(load).join('\n')}
<IfModule unixd_module>
  User www-data
  Group www-data
</IfModule>
Listen 127.0.0.1:${plain}
Listen 127.0.0.1:${port}
<VirtualHost *:${port}>
  SSLEngine on
  SSLCertificateFile ${root}/cert.pem
  SSLCertificateKeyFile ${root}/key.pem
</VirtualHost>
DavLockDB ${root}/locks
Alias /dav ${folder}
<Directory ${folder}>
  Dav On
  AuthType Basic
  AuthName sync
  AuthUserFile ${root}/users
  <LimitExcept OPTIONS>
    Require valid-user
  </LimitExcept>
  Header always set Access-Control-Allow-Origin "${origin}"
  Header always set Access-Control-Allow-Methods "GET, PUT, MKCOL, OPTIONS"
  Header always set Access-Control-Allow-Headers "Authorization, Content-Type, If-Match, If-None-Match"
  Header always set Access-Control-Expose-Headers "ETag"
</Directory>
`,
  );
  const url = `https://localhost:${port}/dav/`;
  const host = await startProgram(
    program,
    ['-D', 'FOREGROUND', '-f', join(root, 'apache.conf')],
    `http://127.0.0.1:${plain}/`,
  );
  return {
    url,
    folder,
    user,
    password,
    async close() {
      await host.close();
      rmSync(root, { recursive: true, force: true });
    },
  };
}
