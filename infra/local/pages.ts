import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { HttpAnswer } from '../../shared/http/request.ts';

const require = createRequire(import.meta.url);
const assets = dirname(require.resolve('swagger-ui-dist/package.json'));

const INDEX = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Sointu: reference of the API</title>
<link rel="icon" href="/docs/favicon-32x32.png">
<link rel="stylesheet" href="/docs/swagger-ui.css">
</head>
<body>
<div id="reference"></div>
<script src="/docs/swagger-ui-bundle.js"></script>
<script src="/docs/start.js"></script>
</body>
</html>
`;

const START = `SwaggerUIBundle({
  url: '/openapi.json',
  dom_id: '#reference',
  deepLinking: true,
  docExpansion: 'list',
  filter: true,
  showExtensions: true,
  defaultModelsExpandDepth: 0,
  validatorUrl: null,
});
`;

/** Only our own scripts run, and only this address is asked. The reference writes its styles into its elements. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

type Page = { type: string; content: () => string | Buffer };

const asset = (name: string, type: string): [string, Page] => [
  `/docs/${name}`,
  { type, content: () => readFileSync(join(assets, name)) },
];

const PAGES = new Map<string, Page>([
  ['/docs', { type: 'text/html; charset=utf-8', content: () => INDEX }],
  ['/docs/start.js', { type: 'text/javascript; charset=utf-8', content: () => START }],
  asset('swagger-ui-bundle.js', 'text/javascript; charset=utf-8'),
  asset('swagger-ui.css', 'text/css; charset=utf-8'),
  asset('favicon-32x32.png', 'image/png'),
]);

export type PageAnswer = Omit<HttpAnswer, 'body'> & { body: string | Buffer };

/** The browsable reference: swagger-ui from npm, with a page and a start of our own. */
export function pageOf(path: string): PageAnswer | undefined {
  const page = PAGES.get(path === '/docs/' ? '/docs' : path);
  if (page === undefined) return undefined;
  return {
    status: 200,
    headers: { 'content-type': page.type, 'content-security-policy': POLICY },
    body: page.content(),
  };
}
