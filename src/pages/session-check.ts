import { assetVersion } from './render-page.js';

/** A page that nobody sees: it only brings its script (src/public/session-check.js) into a frame. */
export const SESSION_CHECK_HTML = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="robots" content="noindex">
<title>Session check</title>
<script type="module" src="/assets/session-check.js?v=${assetVersion}"></script>
</html>
`;
