import type { Message } from '../command/Message.ts';
import { buildApacheRecipe } from './buildApacheRecipe.ts';
import { buildCaddyRecipe } from './buildCaddyRecipe.ts';
import { buildCloudflareRecipe } from './buildCloudflareRecipe.ts';
import { buildGithubRecipe } from './buildGithubRecipe.ts';
import { buildHtaccessRecipe } from './buildHtaccessRecipe.ts';
import { buildNetlifyRecipe } from './buildNetlifyRecipe.ts';
import { buildNginxRecipe } from './buildNginxRecipe.ts';
import { buildRsyncRecipe } from './buildRsyncRecipe.ts';
import { buildCosRecipe, buildOssRecipe, buildS3Recipe } from './buildStorageRecipe.ts';
import type { BuildRecipe } from './HostFacts.ts';

/** A recipe, and the line that tells what it is for. */
export interface HostRecipe {
  name: string;
  line: Message;
  build: BuildRecipe;
}

/** All recipes, in the order in which they are listed. */
export const HOST_RECIPES: readonly HostRecipe[] = [
  {
    name: 'nginx',
    line: { zh: '自己的服务器，nginx', en: 'a server of your own, nginx' },
    build: buildNginxRecipe,
  },
  {
    name: 'caddy',
    line: {
      zh: '自己的服务器，Caddy，自动 https',
      en: 'a server of your own, Caddy, https by itself',
    },
    build: buildCaddyRecipe,
  },
  {
    name: 'apache',
    line: { zh: '自己的服务器，Apache', en: 'a server of your own, Apache' },
    build: buildApacheRecipe,
  },
  {
    name: 'htaccess',
    line: { zh: '虚拟主机，Apache 的 .htaccess', en: 'shared hosting, a .htaccess for Apache' },
    build: buildHtaccessRecipe,
  },
  {
    name: 'rsync',
    line: {
      zh: '构建并送到服务器的脚本，可以每天自动运行',
      en: 'a script that builds and brings the site to a server, for cron too',
    },
    build: buildRsyncRecipe,
  },
  {
    name: 'github',
    line: { zh: 'GitHub Pages，每天自动构建', en: 'GitHub Pages, built each day' },
    build: buildGithubRecipe,
  },
  {
    name: 'cloudflare',
    line: {
      zh: 'Cloudflare Pages，最多 20,000 个文件',
      en: 'Cloudflare Pages, up to 20,000 files',
    },
    build: buildCloudflareRecipe,
  },
  { name: 'netlify', line: { zh: 'Netlify', en: 'Netlify' }, build: buildNetlifyRecipe },
  {
    name: 's3',
    line: { zh: 'Amazon S3 和 CloudFront', en: 'Amazon S3 and CloudFront' },
    build: buildS3Recipe,
  },
  {
    name: 'oss',
    line: { zh: '阿里云 OSS 和 CDN', en: 'Aliyun OSS and its CDN' },
    build: buildOssRecipe,
  },
  {
    name: 'cos',
    line: { zh: '腾讯云 COS 和 CDN', en: 'Tencent COS and its CDN' },
    build: buildCosRecipe,
  },
];
