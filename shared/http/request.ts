/** A request as it stands at the door, the same from API Gateway and from the local server. */
export type HttpRequest = {
  method: string;
  path: string;
  /** Every value of every parameter, as sent. */
  query: Readonly<Record<string, readonly string[]>>;
  /** Names in lower case. */
  headers: Readonly<Record<string, string>>;
  body?: string;
  requestId: string;
  sourceIPAddress: string;
};

/** Of a file that is no text, the bytes; the body otherwise. */
export type HttpAnswer = {
  status: number;
  headers: Record<string, string>;
  body?: string;
  bytes?: Uint8Array;
};
