import { createServer, type Server } from 'node:http';

const PATH = '/metrics';

/** Where metrics are served. */
export interface MetricsPlace {
  readonly metricsHost: string;
  readonly metricsPort: number;
}

/**
 * Serves metrics on a port of their own, so that they are never a path of the public server.
 * @param read the text in the format of Prometheus
 * @throws the error of listening, marked `isOfMetrics`
 */
export function serveMetrics({ metricsHost, metricsPort }: MetricsPlace, read: () => Promise<string>): Promise<Server> {
  const server = createServer((request, response) => {
    if (request.method !== 'GET' || request.url !== PATH) return void response.writeHead(404).end();
    return void read().then(
      (text) => response.setHeader('content-type', 'text/plain; version=0.0.4; charset=utf-8').end(text),
      () => response.writeHead(503).end(),
    );
  });
  return new Promise((resolve, reject) => {
    server.once('error', (error) => reject(Object.assign(error, { isOfMetrics: true })));
    // Alone it does not keep a process alive that was told to stop.
    server.listen(metricsPort, metricsHost, () => resolve(server.unref()));
  });
}
