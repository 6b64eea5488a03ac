const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));

/**
 * The SQL that Athena and the engine of the laptop both read alike: one SELECT over one table (`access_log`, `figures`), flat columns, and the
 * functions below. So a question that was tried on a laptop is the same question in the cloud. What is not in it is
 * refused before it reaches an engine; the engine's own locks stand behind (`engine.ts`).
 */
const FUNCTIONS = words(
  `count sum min max avg coalesce nullif greatest least cast lower upper trim length substr replace concat strpos
  abs round floor row_number rank dense_rank lag lead first_value last_value`,
);

/** Words that may stand before a parenthesis and call nothing. */
const BEFORE_PARENTHESIS = words(
  `as over in exists filter on from join select distinct where having by
  and or not when then else between like union all except intersect`,
);

/** Whatever changes something, sets something, or means another thing in the other engine. */
const FORBIDDEN =
  /^(insert|update|delete|merge|into|create|alter|drop|truncate|attach|detach|copy|export|import|install|load|set|reset|pragma|call|execute|prepare|deallocate|use|vacuum|checkpoint|begin|commit|rollback|describe|show|explain|summarize|values|table|tablesample|ilike|similar|glob|qualify|pivot|unpivot|recursive|lateral|unnest|asof|positional|macro|lambda|try_cast|interval)$/i;

/** A text, a quoted name, a word, a parameter, a number, a sign; a comment is none of them. */
const TOKEN =
  /\s+|--[^\n]*|'(?:[^']|'')*'|"[^"]+"|:[a-z]+\b|[A-Za-z_][A-Za-z0-9_]*|\d+(?:\.\d+)?|<=|>=|<>|!=|\|\||[-+*=<>,.()]/y;

export type Checked = { text: string; parameters: string[] };

/** @throws Error that says in a sentence why a text is no question in common SQL. */
export function checkedSql(sql: string, table: string): Checked {
  const text = sql.trim().replace(/;$/, '');
  const tokens = tokensOf(text);
  const [first] = tokens;
  if (first === undefined || !/^(select|with)$/i.test(first)) throw new Error('A question is one SELECT.');
  for (const [place, token] of tokens.entries()) {
    if (FORBIDDEN.test(token)) throw new Error(`${token.toUpperCase()} is not asked here.`);
    const name = nameOf(token);
    const mayCall = FUNCTIONS.has(name) || isDefined(tokens, place) || mayPrecede(token, name);
    if (/^[A-Za-z_"]/.test(token) && tokens[place + 1] === '(' && !mayCall)
      throw new Error(`${token} is no function that both engines have: ${[...FUNCTIONS].join(', ')}.`);
  }
  for (const name of tablesOf(tokens)) {
    if (name !== table) throw new Error(`There is ${table}, and no ${name}.`);
  }
  const parameters = tokens.filter((token) => token.startsWith(':')).map((token) => token.slice(1));
  if (new Set(parameters).size !== parameters.length) throw new Error('A parameter stands once.');
  return { text, parameters };
}

/** A quoted word is a name, whatever it says. */
const mayPrecede = (token: string, name: string): boolean =>
  !token.startsWith('"') && BEFORE_PARENTHESIS.has(name);

const nameOf = (token: string): string => token.replaceAll('"', '').toLowerCase();

/** `WITH a AS (…), b (x, y) AS (…)`: whether a name is defined at this place. */
function isDefined(tokens: readonly string[], place: number): boolean {
  const before = tokens[place - 1]?.toLowerCase();
  const end = tokens[place + 1] === '(' ? tokens.indexOf(')', place) : place;
  return (
    (before === 'with' || before === ',') &&
    tokens[end + 1]?.toLowerCase() === 'as' &&
    tokens[end + 2] === '('
  );
}

const ENDS_FROM = /^(select|where|group|order|having|union|except|intersect|limit|window)$/;

/** What stands in every FROM and JOIN and is not defined in the question itself. */
function tablesOf(tokens: readonly string[]): string[] {
  const defined = new Set(tokens.filter((_, place) => isDefined(tokens, place)).map(nameOf));
  const found: string[] = [];
  /** For each open parenthesis, whether a comma leads to a further table. */
  const isFrom = [false];
  let wanted = false;
  for (const token of tokens.map((one) => one.toLowerCase())) {
    const depth = isFrom.length - 1;
    if (wanted && token !== '(' && !defined.has(nameOf(token))) found.push(nameOf(token));
    wanted = token === 'from' || token === 'join' || (token === ',' && isFrom[depth] === true);
    if (token === '(') isFrom.push(false);
    else if (token === ')') isFrom.pop();
    else if (token === 'from') isFrom[depth] = true;
    else if (ENDS_FROM.test(token)) isFrom[depth] = false;
  }
  return found;
}

function tokensOf(text: string): string[] {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const at = TOKEN.lastIndex;
    const [found] = TOKEN.exec(text) ?? [];
    if (found === undefined) {
      throw new Error(
        `${JSON.stringify(text.slice(at, at + 12))} is not of the SQL that both engines read alike.`,
      );
    }
    if (found.startsWith("'") && /[\w"]/.test(text[at - 1] ?? ''))
      throw new Error('A word directly before a text means another thing in each engine.');
    if (!/^(\s|--)/.test(found)) tokens.push(found);
  }
  return tokens;
}
