import type { HostFacts } from './HostFacts.ts';
import {
  escapePattern,
  escapeTarget,
  writeApacheModules,
  writeApacheRules,
} from './writeApacheRules.ts';
import { chooseWords, indent, joinLines } from './writeText.ts';

/** Builds a virtual host. */
export function buildApacheRecipe(facts: HostFacts): string {
  const { host, isHostKnown, isHttps, port = '80', path, base } = facts;
  const say = chooseWords(facts);
  const folder = (facts.target ?? facts.output).replace(/\/$/, '');
  return joinLines(
    say(
      '# 存为 /etc/apache2/sites-available/cangbao.conf，然后运行：',
      '# Save as /etc/apache2/sites-available/cangbao.conf, then:',
    ),
    '#   a2ensite cangbao && apachectl configtest && systemctl reload apache2',
    writeApacheModules(say),
    say(
      '# 不能改服务器设置的主机：npm run -s host -- htaccess > .htaccess',
      '# Where you can not change the server: npm run -s host -- htaccess > .htaccess',
    ),
    !isHostKnown &&
      say(
        '# example.org 换成你的域名，或者先在 site.yaml 里写 url',
        '# Put your domain for example.org, or set url in site.yaml first',
      ),
    (isHttps || !isHostKnown) &&
      say(`# https：运行 certbot --apache -d ${host}`, `# https: certbot --apache -d ${host}`),
    `<VirtualHost *:${port}>`,
    `    ServerName ${host}`,
    base === '/' && `    DocumentRoot "${folder}"`,
    base !== '/' && '    RewriteEngine On',
    base !== '/' &&
      `    RewriteRule "^${escapePattern(path.slice(0, -1))}$" "${escapeTarget(base)}" [R=301,NE,L]`,
    base !== '/' && `    Alias "${path}" "${folder}/"`,
    `    <Directory "${folder}">`,
    '        Require all granted',
    '        AllowOverride None',
    indent(writeApacheRules(facts), '        ').trimEnd(),
    '    </Directory>',
    '</VirtualHost>',
  );
}
