import { basicModules } from './basic-modules.js';

basicModules('oidcc-formpost-basic-certification-test-plan', 'form_post');
