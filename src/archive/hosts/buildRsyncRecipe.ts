import type { HostFacts } from './HostFacts.ts';
import { chooseWords, joinLines, quoteForShell } from './writeText.ts';

/** What comes second: a page that is there before its files would be an empty one. */
const LATE = "--exclude='*.html*' --exclude='/sw.js*' --exclude='/archive/catalogue.json*'";
/** What the build does not have, but the server keeps. */
const KEPT = "--filter='P /assets/**' --filter='P /.htaccess'";
const RSYNC = 'rsync -rtz --chmod=D755,F644';

/** Builds a script that builds the site and brings it to a server, each page after its files. */
export function buildRsyncRecipe(facts: HostFacts): string {
  const { output, project, nodeFolder } = facts;
  const say = chooseWords(facts);
  const target = (facts.target ?? 'user@example.org:/var/www/cangbao').replace(/\/$/, '');
  return joinLines(
    '#!/bin/sh',
    say('# 构建，再用 rsync 送到服务器。', '# Builds the site and brings it to a server by rsync.'),
    say(
      '# 存为 publish.sh，运行 sh publish.sh；每天早上五点自动运行，crontab -e 里写一行：',
      '# Save as publish.sh, run it by sh publish.sh; for each morning at five, one line in crontab -e:',
    ),
    '#   0 5 * * * sh /…/publish.sh',
    !facts.target &&
      say(
        '# TO 换成你的服务器和文件夹；同一台机器上写文件夹就可以。',
        '# Put your server and folder for TO; on the same machine, the folder alone.',
      ),
    'set -eu',
    `PATH=${quoteForShell(nodeFolder)}:$PATH`,
    `FROM=${quoteForShell(`${output}/`)}`,
    `TO=${quoteForShell(`${target}/`)}`,
    '',
    `cd ${quoteForShell(project)}`,
    'npm run build',
    say(
      '# 先送新页面要用的文件，一个也不删；正在看旧页面的读者不受影响。',
      '# First what the new pages need, and nothing is deleted: who reads an old page keeps it whole.',
    ),
    `${RSYNC} ${LATE} "$FROM" "$TO"`,
    say(
      '# 再送目录和页面，最后一起换上，然后删掉多余的。',
      '# Then catalogue and pages, put in place together at the end; then what is left over is deleted.',
    ),
    say(
      '# assets/ 里的旧文件留着：打开着旧页面的读者还要用，而且只有升级时才多出来。.htaccess 也留着。',
      '# Old files in assets/ stay for those whose page is still open; they come with upgrades only.',
    ),
    `${RSYNC} --delay-updates --delete-after ${KEPT} "$FROM" "$TO"`,
  );
}
