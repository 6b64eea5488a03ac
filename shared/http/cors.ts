/** What a browser is told that a front end of another origin may send. */
export const CORS = {
  methods: ['GET', 'POST', 'PATCH', 'PUT', 'DELETE'],
  headers: ['authorization', 'content-type', 'idempotency-key', 'if-match', 'accept-language'],
  maxAgeSeconds: 600,
} as const;
