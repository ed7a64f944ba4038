import { basicModules } from './basic-modules.js';

basicModules('oidcc-basic-certification-test-plan', 'query');
