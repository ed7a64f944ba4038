import { createServer } from 'node:http';
import { createApp } from './app.ts';
import { readSettings, type Settings } from './settings.ts';

const settings = settingsOrExit();

createServer(createApp(settings))
  .once('error', (error: NodeJS.ErrnoException) => {
    const isTaken = error.code === 'EADDRINUSE';
    exit(isTaken ? `Port ${settings.port} is taken: stop the other program, or set PORT.` : error.message);
  })
  .listen(settings.port, settings.host, () => console.log(`Acme Photos is at ${settings.baseUrl.href}`));

function settingsOrExit(): Settings {
  try {
    return readSettings(process.env);
  } catch (error) {
    return exit(error instanceof Error ? error.message : String(error));
  }
}

function exit(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}
