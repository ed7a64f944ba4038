import { describe, expect, it } from 'vitest';
import { csvRows } from './csv-rows.js';
import { jsonRows } from './json-rows.js';
import { type Chunks, checkUtf8, MAX_ROW_BYTES, type SourceRow } from './source-row.js';

/** The bytes in pieces of a size, so that everything is cut somewhere. */
async function* pieces(content: string | Buffer, size: number): AsyncGenerator<Buffer> {
  const bytes = Buffer.from(content);
  for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
}

type Reader = (chunks: Chunks) => AsyncGenerator<SourceRow>;

/** What a file holds, cut in pieces of any size; the fault of the file at the end. */
async function read(reader: Reader, content: string | Buffer) {
  const all = await Promise.all([1, 2, 7, 100_000].map((size) => readIn(reader, content, size)));
  for (const other of all) expect(other).toEqual(all[0]);
  return all[0];
}

async function readIn(reader: Reader, content: string | Buffer, size: number): Promise<unknown[]> {
  const found: unknown[] = [];
  try {
    for await (const { number, values, fault } of reader(checkUtf8(pieces(content, size)))) {
      found.push(fault === undefined ? [number, values] : [number, fault]);
    }
  } catch (error) {
    found.push((error as Error).message);
  }
  return found;
}

const HEADER = 'username,email\n';

describe('rows of a CSV file', () => {
  it('are counted with the header, and absent where a cell is empty', async () => {
    expect(
      await read(csvRows, 'username,email,name\r\nada,a@b.example,\r\n\r\n"z,oe",z@b.example,"Zoë ""Z"""\r\n'),
    ).toEqual([
      [2, { username: 'ada', email: 'a@b.example' }],
      [4, { username: 'z,oe', email: 'z@b.example', name: 'Zoë "Z"' }],
    ]);
  });

  it('may follow a byte order mark and hold line ends', async () => {
    expect(await read(csvRows, `\uFEFF${HEADER}"a\nb",c`)).toEqual([[2, { username: 'a\nb', email: 'c' }]]);
  });

  it('say true and false in words', async () => {
    const file = 'username,email,email_verified\na,b,true\na,b,0\na,b,YES\na,b,perhaps\n';
    const found = (await read(csvRows, file)) as [number, { email_verified: unknown }][];
    expect(found.map(([, values]) => values.email_verified)).toEqual([true, false, true, 'perhaps']);
  });

  it('with too many or too few values are skipped', async () => {
    expect(await read(csvRows, `${HEADER}a\nb,c,d\ne,f`)).toEqual([
      [2, expect.stringMatching(/1 values.*2 columns/)],
      [3, expect.stringMatching(/3 values/)],
      [4, { username: 'e', email: 'f' }],
    ]);
  });

  it.each([
    ['', /is empty/],
    ['\n', /is empty/],
    ['username;email\n', /semicolons: save .* commas/],
    ['username\temail\n', /tabs: save .* commas/],
    ['username,email,secret\n', /column 3 is not known\.$/],
    ['username,email,user_pass\n', /column 3 is not known\. Is it 'password_hash'\?$/],
    ['Username,E-Mail\n', /Is it 'username'\?$/],
    ['ada,ada@b.example,secret\n', /^(?!.*(?:ada|secret))The first row must name the columns/],
    ['username\n', /'email'/],
    ['username,email,email\n', /twice/],
  ])('need a good header: %j', async (file, sentence) => {
    expect(await read(csvRows, file)).toEqual([expect.stringMatching(sentence)]);
  });

  it.each([
    [`${HEADER}a,b\n"c,d\n`, /^Row 3 .* has no end/],
    [`${HEADER}a,b\n"c"x,d\n`, /^Row 3 .* closing quote/],
    [`${HEADER}a,b\nc"x,d\n`, /^Row 3 .* not quoted/],
    [`${HEADER}a,b\n${'x'.repeat(MAX_ROW_BYTES + 1)},d\n`, /^Row 3 .* bytes/],
    [Buffer.from(`${HEADER}a,b\nc,\xFF\n`, 'latin1'), /UTF-8/],
  ])('end where the file cannot be read any more', async (file, sentence) => {
    const [last] = (await readIn(csvRows, file, 5)).slice(-1);
    expect(last).toMatch(sentence);
  });
});

describe('rows of a JSON file', () => {
  it.each([
    ['an array', '[{"username":"a","x":[1,"]}"]},\n {"username":"b\\"}\\\\","n":null} ]\n'],
    ['lines', '{"username":"a","x":[1,"]}"]}\n{"username":"b\\"}\\\\","n":null}'],
    ['an array after a byte order mark', '\uFEFF\n[{"username":"a","x":[1,"]}"]},{"username":"b\\"}\\\\"}]'],
  ])('are the objects of %s', async (_what, file) => {
    expect(await read(jsonRows, file)).toEqual([
      [1, { username: 'a', x: [1, ']}'] }],
      [2, { username: 'b"}\\' }],
    ]);
  });

  it('of an empty array are none', async () => {
    expect(await read(jsonRows, '[ ]')).toEqual([]);
  });

  it('are counted by lines, and skipped one by one', async () => {
    expect(await read(jsonRows, '\n{"a":1}\n\n{"a":\n"x"\n{"a":1,"a":2}\n{"a":{"b":{}}}\n{"b":2}\n')).toEqual([
      [2, { a: 1 }],
      [4, expect.stringMatching(/no well-formed/)],
      [5, 'An object is needed.'],
      [6, expect.stringMatching(/no well-formed/)],
      [7, expect.stringMatching(/no well-formed/)],
      [8, { b: 2 }],
    ]);
  });

  it('of an array are skipped one by one, as long as brackets fit', async () => {
    expect(await read(jsonRows, '[{"a":1},{"a" 2},3,,"x",{"a":"ü"}]')).toEqual([
      [1, { a: 1 }],
      [2, expect.stringMatching(/no well-formed/)],
      [3, 'An object is needed.'],
      [5, 'An object is needed.'],
      [6, { a: 'ü' }],
    ]);
  });

  it('are not longer than a user can be', async () => {
    const long = `{"a":"${'x'.repeat(MAX_ROW_BYTES)}"}`;
    expect(await readIn(jsonRows, `${long}\n{"a":1}`, 1_000)).toEqual([
      [1, expect.stringMatching(/more than/)],
      [2, { a: 1 }],
    ]);
    expect(await readIn(jsonRows, `[${long},{"a":1}]`, 1_000)).toEqual([
      [1, expect.stringMatching(/more than/)],
      [2, { a: 1 }],
    ]);
  });

  it.each([
    ['', /is empty/],
    [' \n ', /is empty/],
    ['[{"a":1}', /not closed/],
    ['[{"a":"1}]', /not closed/],
    ['[{"a":1}] {', /follows the end/],
    ['{"users":[{"username":"a"}]}', /one object: an array/],
    ['\n{\n  "realm": "a",\n', /one object: an array/],
    ['{ "users": [\n', /one object: an array/],
  ])('end where the file makes no array: %j', async (file, sentence) => {
    const found = (await read(jsonRows, file)) as unknown[];
    expect(found.at(-1)).toMatch(sentence);
  });
});

/** Bytes of a chunk, as files are read. */
const CHUNK = 64 * 1024;

/** A file that never ends, made as it is read. */
async function* endless(beginning: string, row: string, note: (bytes: number) => void): AsyncGenerator<Buffer> {
  for (let rest = beginning; ; rest = '') {
    const chunk = Buffer.from(rest + row.repeat(Math.ceil(CHUNK / row.length)));
    note(chunk.length);
    yield chunk;
  }
}

describe('a file of any length', () => {
  it.each([
    ['CSV', csvRows, HEADER, 'ada,ada@example.com\n'],
    ['a JSON array', jsonRows, '[', '{"username":"ada","email":"ada@example.com"},\n'],
    ['JSON lines', jsonRows, '', '{"username":"ada","email":"ada@example.com"}\n'],
  ])('is read no further than its rows are taken: %s', async (_what, reader, beginning, row) => {
    let bytesRead = 0;
    let ahead = 0;
    const chunks = checkUtf8(endless(beginning, row, (bytes) => (bytesRead += bytes)));
    for await (const { number, bytes } of reader(chunks)) {
      // Whatever reads on its own would do it now.
      if (number % 500 === 0) await new Promise(setImmediate);
      ahead = Math.max(ahead, bytesRead - bytes);
      if (number >= 10_000) break;
    }
    // Of CSV a row is known to be whole when the next slice comes.
    expect(ahead).toBeLessThan(2 * CHUNK);
  });
});
