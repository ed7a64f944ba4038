import { phpQuote } from './quote.js';
import { hasSecret, lines, listenPort, type SignInApp, type SnippetApp } from './snippet-app.js';

const CALL = String.raw`function call(string $path, array $http): array {
    $answer = file_get_contents(ISSUER . $path, false, stream_context_create(['http' => $http]));
    return json_decode($answer, true, flags: JSON_THROW_ON_ERROR);
}
`;

const PAGES = String.raw`if (parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH) === '/authLogin') {
    $_SESSION['state'] = bin2hex(random_bytes(16));
    $_SESSION['verifier'] = bin2hex(random_bytes(32));
    $digest = hash('sha256', $_SESSION['verifier'], true);
    header('Location: ' . ISSUER . '/authorize?' . http_build_query([
        'response_type' => 'code', 'client_id' => CLIENT_ID, 'redirect_uri' => REDIRECT_URI,
        'scope' => SCOPE, 'state' => $_SESSION['state'], 'code_challenge_method' => 'S256',
        'code_challenge' => rtrim(strtr(base64_encode($digest), '+/', '-_'), '='),
    ]), true, 303);
} elseif (isset($_GET['state'])) {
    $isMine = isset($_SESSION['state']) && hash_equals($_SESSION['state'], (string) $_GET['state']);
    // RFC 9207: the answer must come from the server that was asked.
    if (!$isMine || ($_GET['iss'] ?? '') !== ISSUER || !isset($_GET['code'])) {
        http_response_code(400);
        exit('The login failed.');
    }
    $tokens = token([
        'grant_type' => 'authorization_code', 'code' => $_GET['code'],
        'redirect_uri' => REDIRECT_URI, 'code_verifier' => $_SESSION['verifier'],
    ]);
    unset($_SESSION['state'], $_SESSION['verifier']);
    header('Content-Type: application/json');
    echo json_encode(call('/userinfo', ['header' => 'Authorization: Bearer ' . $tokens['access_token']]));
} else {
    echo '<a href="/authLogin">Login</a>';
}`;

/** A small backend with nothing but PHP itself: a button, the way back, the user's data. */
export function phpSnippet(app: SignInApp): string {
  const secure = app.redirectUri.startsWith('https:') ? ", 'cookie_secure' => true" : '';
  return lines(
    '<?php',
    `// ${hasSecret(app) ? 'CLIENT_SECRET=… ' : ''}php -S 127.0.0.1:${listenPort(app.redirectUri)} index.php`,
    constants(app),
    `const REDIRECT_URI = ${phpQuote(app.redirectUri)};`,
    '',
    CALL,
    tokenFunction(app),
    `session_start(['cookie_httponly' => true, 'cookie_samesite' => 'Lax'${secure}]);`,
    '',
    PAGES,
  );
}

/** A token for the app itself. */
export function phpMachineSnippet(app: SnippetApp): string {
  return lines(
    '<?php',
    '// CLIENT_SECRET=… php token.php',
    constants(app),
    '',
    CALL,
    tokenFunction(app),
    "$tokens = token(['grant_type' => 'client_credentials', 'scope' => SCOPE]);",
    "echo 'a token for ', $tokens['expires_in'], ' seconds', PHP_EOL;",
  );
}

function constants(app: SnippetApp): string {
  return `const ISSUER = ${phpQuote(app.issuer)};
const CLIENT_ID = ${phpQuote(app.clientId)};
const SCOPE = ${phpQuote(app.scope)};`;
}

function tokenFunction({ authMethod }: SnippetApp): string {
  const type = "'Content-Type: application/x-www-form-urlencoded";
  if (authMethod === 'client_secret_basic') {
    return String.raw`function token(array $form): array {
    $basic = base64_encode(CLIENT_ID . ':' . getenv('CLIENT_SECRET'));
    $header = [${type}', 'Authorization: Basic ' . $basic];
    return call('/token', ['method' => 'POST', 'header' => $header, 'content' => http_build_query($form)]);
}
`;
  }
  const secret = authMethod === 'none' ? '' : ", 'client_secret' => getenv('CLIENT_SECRET')";
  return String.raw`function token(array $form): array {
    $form += ['client_id' => CLIENT_ID${secret}];
    $header = ${type}';
    return call('/token', ['method' => 'POST', 'header' => $header, 'content' => http_build_query($form)]);
}
`;
}
