import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { ADMIN_API, ADMIN_SCOPES } from '../protocol/admin-scope.js';
import { ENDPOINTS } from '../protocol/endpoints.js';

/** The OpenAPI 3.1 document of the admin API, from the declarations of its operations. */
export function openApiDocument(app: INestApplication, issuer: string): OpenAPIObject {
  const scopes = Object.fromEntries(ADMIN_SCOPES.map((scope) => [scope, describe(scope)]));
  const config = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Doorward admin API')
    .setDescription('Users, apps, sessions and keys of this installation. Errors are problem details (RFC 9457).')
    .setVersion('1')
    .addServer(issuer)
    .addOAuth2(
      { type: 'oauth2', flows: { clientCredentials: { tokenUrl: `${issuer}${ENDPOINTS.token}`, scopes } } },
      'machine',
    )
    .addBearerAuth(
      { type: 'http', scheme: 'bearer', description: 'A token of the console: what the person may' },
      'console',
    )
    .build();
  const document = SwaggerModule.createDocument(app, config);
  const ours = Object.entries(document.paths).filter(([path]) => path.startsWith(`${ADMIN_API}/`));
  return { ...document, paths: Object.fromEntries(ours) };
}

function describe(scope: string): string {
  const [, resource = '', kind] = scope.split(':');
  return kind === 'read' ? `Read ${resource}` : `Change ${resource}`;
}
