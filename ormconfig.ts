import { loadSettings } from './src/config/env.js';
import { createDataSource } from './src/database/options.js';

/** The data source for TypeORM's command line: `npm run typeorm -- migration:show`. */
export default createDataSource(loadSettings().database);
