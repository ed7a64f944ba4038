// Generated from the OpenAPI document: npm run client. Not written by hand.

export interface paths {
    "/api/v1/audit-events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who did what, on what, from where: the newest first */
        get: operations["listAuditEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit-events/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One event */
        get: operations["getAuditEvent"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bulk/clients": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Acts on many apps, the newest first; each for 30 days */
        get: operations["listClientBulkOperations"];
        put?: never;
        /**
         * Suspend, reinstate, vouch for or delete many apps, or revoke their tokens, in the background
         * @description Needs what the operation on one app needs: the same scope (for `revoke_tokens` that of `revokeTokens`). Each app is judged when its turn comes.
         */
        post: operations["beginClientBulkOperation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bulk/clients/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far an act on many apps is, and what failed */
        get: operations["getClientBulkOperation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bulk/clients/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stop an act on many apps; what is done stays done */
        post: operations["cancelClientBulkOperation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Apps, the newest first unless sorted otherwise */
        get: operations["listClients"];
        put?: never;
        /**
         * Register an app; its secret is shown this once
         * @description Members are those of RFC 7591 and OpenID Connect Registration, with their defaults. Without `scope` it may ask for everything that its kind has a use for.
         */
        post: operations["createClient"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One app, by its client id */
        get: operations["getClient"];
        put?: never;
        post?: never;
        /** Delete an app with its secrets, consents and tokens, for good */
        delete: operations["deleteClient"];
        options?: never;
        head?: never;
        /**
         * Change an app, vouch for it, or suspend it with a reason that its owner reads
         * @description An absent member stays, null removes it; the whole is judged like a new registration. Another name, logo or callback host ends the vouching. An app that only now has a use for a secret has none until one is made.
         */
        patch: operations["updateClient"];
        trace?: never;
    };
    "/api/v1/clients/{id}/secrets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The live secrets of an app, the newest first; all on one page */
        get: operations["listClientSecrets"];
        put?: never;
        /** Make another secret, shown this once; those before it run out */
        post: operations["createClientSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/{id}/secrets/{secretId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is known of one secret; never the secret */
        get: operations["getClientSecret"];
        put?: never;
        post?: never;
        /** End a secret before it runs out; not the current one */
        delete: operations["deleteClientSecret"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/configuration": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The configuration as a document; secrets as references
         * @description With the sections that the caller may read: each takes admin:<section>:read as well.
         */
        get: operations["exportConfiguration"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/configuration/plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What differs between a document and the installation
         * @description Changes nothing. The ETag is for If-Match of `apply`: what was looked at is done, or nothing.
         */
        post: operations["planConfiguration"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/configuration/apply": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make the installation what a document says; generated secrets are shown this once
         * @description Nothing is done when anything in it is faulty, or any step is above the rights of the caller: each takes admin:<section>:write as well. If-Match takes the ETag of the plan, or * for whatever the plan is by now.
         */
        post: operations["applyConfiguration"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/consents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What users allowed apps, the newest first */
        get: operations["listConsents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/consents/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What one user allowed one app */
        get: operations["getConsent"];
        put?: never;
        post?: never;
        /** Disconnect an app from a user: its tokens end, and it has to ask again */
        delete: operations["withdrawConsent"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/grants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Authorizations that are good for something now, the newest first
         * @description One that was revoked, ended, or belongs to a disabled user or a suspended app is not among them.
         */
        get: operations["listGrants"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/grants/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One authorization that is good for something now */
        get: operations["getGrant"];
        put?: never;
        post?: never;
        /**
         * End an authorization with all of its tokens
         * @description The app may ask for another one, and gets it while the user still allows it: see `withdrawConsent`.
         */
        delete: operations["revokeGrant"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Access tokens that open something now, the newest first
         * @description Never the tokens themselves. Those of disabled users and suspended apps open nothing.
         */
        get: operations["listTokens"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tokens/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One access token that opens something now */
        get: operations["getToken"];
        put?: never;
        post?: never;
        /**
         * End one access token
         * @description With a refresh token the app gets another one: to end that as well, see `revokeGrant`.
         */
        delete: operations["revokeToken"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tokens/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End all tokens of a user, of an app, or of one at the other, with the authorizations behind them
         * @description An app loses what it got from people whom you may act on; what it got from others stays. What people allow is not forgotten: the app may ask again.
         */
        post: operations["revokeTokens"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/initial-access-tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tokens that have not ended, the newest first
         * @description Those that are used up are among them until they end.
         */
        get: operations["listInitialAccessTokens"];
        put?: never;
        /** Make a token with which apps may register themselves; it is shown this once */
        post: operations["createInitialAccessToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/initial-access-tokens/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One token that has not ended */
        get: operations["getInitialAccessToken"];
        put?: never;
        post?: never;
        /** End a token; apps that registered with it stay */
        delete: operations["revokeInitialAccessToken"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Invitations, the newest first; those that are over for a month more */
        get: operations["listInvitations"];
        put?: never;
        /**
         * Mail somebody a link with which they make their account
         * @description The link works once, for 7 days, and proves the address. Only an owner gives another role than user.
         */
        post: operations["createInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One invitation */
        get: operations["getInvitation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations/{id}/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mail another link, which ends the one before
         * @description An invitation that has expired lives again.
         */
        post: operations["resendInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take an invitation back: its link ends */
        post: operations["withdrawInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The signing keys, with what happens to each next; all on one page */
        get: operations["listKeys"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/keys/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let the next keys sign as soon as every client can know them, or now
         * @description If-Match takes the ETag of the list: of several who rotate the same keys at once, one does.
         */
        post: operations["rotateKeys"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/keys/{kid}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** After a compromise: end what a key signed, and replace it at once */
        post: operations["revokeKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/resources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Resource servers, by name unless sorted otherwise */
        get: operations["listResources"];
        put?: never;
        /** Define a resource server: an API that takes access tokens of this server */
        post: operations["createResource"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/resources/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One resource server, with its scopes */
        get: operations["getResource"];
        put?: never;
        post?: never;
        /** Delete a resource server with its scopes: its tokens are worth nothing any more */
        delete: operations["deleteResource"];
        options?: never;
        head?: never;
        /**
         * Change a resource server, or suspend it
         * @description An absent member stays, null empties. The identifier never changes: tokens are for it.
         */
        patch: operations["updateResource"];
        trace?: never;
    };
    "/api/v1/scopes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Scopes that administrators defined, by name; or those that are built in */
        get: operations["listScopes"];
        put?: never;
        /** Define a scope */
        post: operations["createScope"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/scopes/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One scope, with how many apps may ask for it */
        get: operations["getScope"];
        put?: never;
        post?: never;
        /** Delete a scope: no app may ask for it any more, and tokens lose it */
        delete: operations["deleteScope"];
        options?: never;
        head?: never;
        /**
         * Change what a scope says, and to whom it may be given
         * @description An absent member stays. Name and resource server never change: people allowed it under them.
         */
        patch: operations["updateScope"];
        trace?: never;
    };
    "/api/v1/scopes/{id}/clients": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let an app ask for the scope
         * @description Owners cannot choose what is sensitive, nor what machines may have: an administrator gives it.
         */
        post: operations["allowScope"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/scopes/{id}/clients/{client_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Let an app not ask for the scope any more */
        delete: operations["disallowScope"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Browsers that are signed in, the newest first */
        get: operations["listSessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One signed-in browser */
        get: operations["getSession"];
        put?: never;
        post?: never;
        /** Sign a browser out, and tell the apps that it signed in to */
        delete: operations["endSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every setting with its value and where that comes from; all on one page */
        get: operations["listSettings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/settings/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One setting, by the name of its environment variable */
        get: operations["getSetting"];
        put?: never;
        post?: never;
        /** Return to the default */
        delete: operations["resetSetting"];
        options?: never;
        head?: never;
        /**
         * Change a setting; every process follows within a second
         * @description A setting that the environment decides, or that is read at start only, is a conflict.
         */
        patch: operations["updateSetting"];
        trace?: never;
    };
    "/api/v1/statistics/latency": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How long the requests of an endpoint took: percentiles, estimated from a histogram */
        get: operations["getLatency"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/statistics/top-clients": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The apps with the most tokens, or the most sign-ins */
        get: operations["getTopClients"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/statistics/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How often something happened, by the hour or the day
         * @description Sums by outcome, grant type or error code. `active-users` counts each person once.
         */
        get: operations["getStatistics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bulk/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Acts on many users, the newest first; each for 30 days */
        get: operations["listUserBulkOperations"];
        put?: never;
        /**
         * Disable, enable, sign out or delete many users, in the background
         * @description Needs what the operation on one user needs: the same scope. Each user is judged when their turn comes.
         */
        post: operations["beginUserBulkOperation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bulk/users/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far an act on many users is, and what failed */
        get: operations["getUserBulkOperation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bulk/users/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stop an act on many users; what is done stays done */
        post: operations["cancelUserBulkOperation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/user-imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Imports of users, the newest first */
        get: operations["listUserImports"];
        put?: never;
        /**
         * Import users from a file; it is worked off in the background
         * @description A larger file comes in parts: `has_more` here, the others at `/parts`. Not for support.
         */
        post: operations["createUserImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/user-imports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One import of users: how far it is, and what has come of it */
        get: operations["getUserImport"];
        put?: never;
        post?: never;
        /** Stop an import and forget it with its errors; users that it made stay */
        delete: operations["deleteUserImport"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/user-imports/{id}/errors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Why rows made no user, in the order of the rows; of the first 10,000 such rows */
        get: operations["listUserImportErrors"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/user-imports/{id}/parts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Upload the next part of a file; the last one starts the work */
        post: operations["addUserImportPart"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Users, the newest first unless sorted otherwise */
        get: operations["listUsers"];
        put?: never;
        /** Make a user with a password */
        post: operations["createUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One user */
        get: operations["getUser"];
        put?: never;
        post?: never;
        /** Delete a user with their apps, consents and tokens, for good */
        delete: operations["deleteUser"];
        options?: never;
        head?: never;
        /**
         * Change a user: claims, status, role
         * @description An absent member stays as it is. Disabling a user, or another role, ends all of their logins.
         */
        patch: operations["updateUser"];
        trace?: never;
    };
    "/api/v1/users/{id}/sign-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End every login of a user, in browsers and in apps */
        post: operations["signOutUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{id}/reset-password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mail a user a link for a new password, and end all of their logins
         * @description The link works once, for 30 minutes. The old password works until the new one is set.
         */
        post: operations["resetPasswordOfUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What was sent to a webhook, the newest first
         * @description Needs `admin:audit-events:read` as well: deliveries show what the audit log holds.
         */
        get: operations["listWebhookDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/deliveries/{event_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One delivery, by its event
         * @description Needs `admin:audit-events:read` as well: deliveries show what the audit log holds.
         */
        get: operations["getWebhookDelivery"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send `webhook.test` once; the delivery shows what became of it
         * @description Needs `admin:audit-events:read` as well: deliveries show what the audit log holds.
         */
        post: operations["testWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/deliveries/{event_id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a delivery once more, whatever became of it: now, and with all of its attempts
         * @description Needs `admin:audit-events:read` as well: deliveries show what the audit log holds.
         */
        post: operations["replayWebhookDelivery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send everything once more that was given up, or held while the webhook was disabled
         * @description Needs `admin:audit-events:read` as well: deliveries show what the audit log holds.
         */
        post: operations["replayDeadWebhookDeliveries"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Webhooks, the newest first
         * @description Without `admin:audit-events:read` only the origin of its address is told: paths hold secrets.
         */
        get: operations["listWebhooks"];
        put?: never;
        /**
         * Tell an address of events from now on; its secret is shown this once
         * @description Needs `admin:audit-events:read` as well: a webhook tells what the audit log holds.
         */
        post: operations["createWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One webhook
         * @description Without `admin:audit-events:read` only the origin of its address is told: paths hold secrets.
         */
        get: operations["getWebhook"];
        put?: never;
        post?: never;
        /** Delete a webhook with its deliveries, for good */
        delete: operations["deleteWebhook"];
        options?: never;
        head?: never;
        /**
         * Change a webhook, disable or enable it
         * @description An absent member stays as it is. Needs `admin:audit-events:read` as well: a webhook tells what the audit log holds.
         */
        patch: operations["updateWebhook"];
        trace?: never;
    };
    "/api/v1/webhooks/{id}/rotate-secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign with a new secret, shown this once, and for a while with the old one too
         * @description Needs `admin:audit-events:read` as well: a webhook tells what the audit log holds.
         */
        post: operations["rotateWebhookSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        FieldFaultResource: {
            field: string;
            message: string;
            /** @description Of a document: the line where it stands */
            line?: number;
            /** @description Of a document: names of members and positions in lists */
            path?: (string | number)[];
        };
        ProblemResource: {
            /**
             * Format: uri
             * @description Names the kind of problem and never changes
             */
            type: string;
            title: string;
            status: number;
            detail: string;
            /**
             * Format: uri
             * @description This occurrence: the id of the request in the log
             */
            instance: string;
            errors?: components["schemas"]["FieldFaultResource"][];
        };
        AuditEventResource: {
            id: string;
            /**
             * Format: date-time
             * @description When it happened
             */
            occurred_at: string;
            /** @enum {string} */
            action: "user.created" | "user.import_started" | "user.imported" | "user.import_removed" | "user.updated" | "user.role_changed" | "user.disabled" | "user.enabled" | "user.deleted" | "user.signed_out_everywhere" | "user.password_changed" | "user.password_reset" | "user.email_changed" | "user.password_reset_sent" | "invitation.created" | "invitation.resent" | "invitation.accepted" | "invitation.withdrawn" | "bulk_operation.created" | "bulk_operation.cancelled" | "bulk_operation.stopped" | "bulk_operation.item_failed" | "login.succeeded" | "login.failed" | "session.ended" | "console_token.issued" | "console_token.refused" | "api.refused" | "setup_link.refused" | "client.created" | "client.updated" | "client.deleted" | "client.verified" | "client.unverified" | "client.suspended" | "client.reinstated" | "client.rights_changed" | "client.credentials_changed" | "client.secret_rotated" | "client.secret_revoked" | "client.authentication_failed" | "client.rights_refused" | "consent.granted" | "consent.refused" | "consent.withdrawn" | "grant.replayed" | "grant.revoked" | "token.revoked" | "key.activated" | "key.rotated" | "key.revoked" | "initial_access_token.created" | "initial_access_token.revoked" | "initial_access_token.refused" | "settings.changed" | "webhook.created" | "webhook.updated" | "webhook.enabled" | "webhook.disabled" | "webhook.deleted" | "webhook.secret_rotated" | "webhook.replayed" | "scope.created" | "scope.updated" | "scope.deleted" | "resource.created" | "resource.updated" | "resource.deleted";
            /** @enum {string} */
            outcome: "success" | "failure";
            /** @description Why it failed, in a word */
            reason: string | null;
            /** @enum {string} */
            actor_type: "user" | "client" | "operator" | "system" | "anonymous";
            /** @description Of the user or the app; the name of the operator */
            actor_id: string | null;
            /** @description What it was done to: user, client, session, grant, key or initial_access_token */
            target_type: string | null;
            /** @description Of what it was done to */
            target_id: string | null;
            /** @description The network address that it came from */
            address: string | null;
            /** @description What the browser or the program calls itself */
            user_agent: string | null;
            /** @description The id of the request; the log has it as well */
            request_id: string | null;
            /** @description More about it, by action */
            details: {
                [key: string]: unknown;
            };
        };
        BulkOperationResource: {
            id: string;
            action: string;
            /** @enum {string} */
            state: "preparing" | "running" | "done" | "cancelled" | "stopped" | "failed";
            /** @description Why it stopped: `caller_lost_rights` when whoever began it may not do it any more. Why it failed: `never_started` when the server was stopped before it was written down as a whole; nothing was done, begin it again */
            stop_reason: string | null;
            /** @description How many things it acts on */
            total: number;
            done: number;
            failed: number;
            /**
             * @description Who began it
             * @enum {string}
             */
            started_by_type: "user" | "client";
            started_by_id: string;
            /**
             * Format: date-time
             * @description When it was begun
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When it ended
             */
            finished_at: string | null;
            /**
             * Format: date-time
             * @description When it is forgotten
             */
            expires_at: string;
        };
        BulkFailureResource: {
            id: string;
            problem: string;
            title: string;
        };
        BulkOperationDetail: {
            id: string;
            action: string;
            /** @enum {string} */
            state: "preparing" | "running" | "done" | "cancelled" | "stopped" | "failed";
            /** @description Why it stopped: `caller_lost_rights` when whoever began it may not do it any more. Why it failed: `never_started` when the server was stopped before it was written down as a whole; nothing was done, begin it again */
            stop_reason: string | null;
            /** @description How many things it acts on */
            total: number;
            done: number;
            failed: number;
            /**
             * @description Who began it
             * @enum {string}
             */
            started_by_type: "user" | "client";
            started_by_id: string;
            /**
             * Format: date-time
             * @description When it was begun
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When it ended
             */
            finished_at: string | null;
            /**
             * Format: date-time
             * @description When it is forgotten
             */
            expires_at: string;
            errors: components["schemas"]["BulkFailureResource"][];
        };
        ClientBulkFilter: {
            /** @description The beginning of a name, or a whole client id */
            search?: string;
            /**
             * @description Only apps of this status
             * @enum {string}
             */
            status?: "active" | "suspended";
            /**
             * @description Only apps of this kind
             * @enum {string}
             */
            kind?: "server" | "browser" | "native" | "machine";
            /** @description Only apps that somebody vouched for, or that nobody did */
            is_verified?: boolean;
            /** @description Only apps of the user with this employee number */
            owner?: string;
        };
        ClientBulkOrder: {
            /** @description The ids; or a filter, which fits at most 1000 */
            ids?: string[];
            /** @enum {string} */
            action: "suspend" | "reinstate" | "verify" | "revoke_tokens" | "delete";
            /** @description What the owners read; needed to suspend */
            reason?: string;
            /** @description As of the list of apps */
            filter?: components["schemas"]["ClientBulkFilter"];
        };
        ClientResource: {
            client_id: string;
            /** @enum {string} */
            kind: "server" | "browser" | "native" | "machine";
            client_name: string;
            /** @description Its home page */
            client_uri: string | null;
            redirect_uris: string[];
            grant_types: string[];
            /** @description What it may ask people for, with spaces between */
            scope: string;
            /** @description What of this API it may use */
            admin_scopes: string[];
            token_endpoint_auth_method: string;
            /** @description Employee number of its owner; null for an app of the installation */
            owner: string | null;
            /** @enum {string} */
            registered_by: "panel" | "cli" | "dynamic" | "api";
            /** @enum {string} */
            status: "active" | "suspended";
            /** @description Why it is suspended, as its owner reads it */
            suspended_reason: string | null;
            /** @description Whether somebody vouched for it */
            is_verified: boolean;
            /** @description Whether it must use PKCE (RFC 7636) */
            pkce_required: boolean;
            /**
             * Format: date-time
             * @description When it was registered
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When it was changed the last time
             */
            updated_at: string;
        };
        ClientDetail: {
            client_id: string;
            /** @enum {string} */
            kind: "server" | "browser" | "native" | "machine";
            client_name: string;
            /** @description Its home page */
            client_uri: string | null;
            redirect_uris: string[];
            grant_types: string[];
            /** @description What it may ask people for, with spaces between */
            scope: string;
            /** @description What of this API it may use */
            admin_scopes: string[];
            token_endpoint_auth_method: string;
            /** @description Employee number of its owner; null for an app of the installation */
            owner: string | null;
            /** @enum {string} */
            registered_by: "panel" | "cli" | "dynamic" | "api";
            /** @enum {string} */
            status: "active" | "suspended";
            /** @description Why it is suspended, as its owner reads it */
            suspended_reason: string | null;
            /** @description Whether somebody vouched for it */
            is_verified: boolean;
            /** @description Whether it must use PKCE (RFC 7636) */
            pkce_required: boolean;
            /**
             * Format: date-time
             * @description When it was registered
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When it was changed the last time
             */
            updated_at: string;
            /** @description `web` or `native`; follows from the kind */
            application_type?: string | null;
            /** @description E-mail addresses of those responsible */
            contacts?: string[] | null;
            /**
             * Format: uri
             * @description Where its logo is; fetched once, when it is set
             */
            logo_uri?: string | null;
            /**
             * Format: uri
             * @description Its privacy policy
             */
            policy_uri?: string | null;
            /**
             * Format: uri
             * @description Its terms of service
             */
            tos_uri?: string | null;
            /**
             * Format: uri
             * @description Where its public keys are
             */
            jwks_uri?: string | null;
            /** @description Its public keys (RFC 7517), in place of jwks_uri */
            jwks?: {
                keys?: {
                    [key: string]: unknown;
                }[];
            } | null;
            /**
             * Format: uri
             * @description A JSON list of all of its callback URLs, for pairwise subjects
             */
            sector_identifier_uri?: string | null;
            /** @description `public` or `pairwise`; stays as it was registered */
            subject_type?: string | null;
            /** @description How its ID tokens are signed */
            id_token_signed_response_alg?: string | null;
            /** @description How the key of its encrypted ID tokens travels */
            id_token_encrypted_response_alg?: string | null;
            /** @description How its ID tokens are encrypted */
            id_token_encrypted_response_enc?: string | null;
            /** @description How userinfo answers are signed */
            userinfo_signed_response_alg?: string | null;
            /** @description How the key of encrypted userinfo answers travels */
            userinfo_encrypted_response_alg?: string | null;
            /** @description How userinfo answers are encrypted */
            userinfo_encrypted_response_enc?: string | null;
            /** @description How it signs request objects (RFC 9101) */
            request_object_signing_alg?: string | null;
            /** @description How it signs its assertions (RFC 7523) */
            token_endpoint_auth_signing_alg?: string | null;
            /** @description Seconds that a login may be old */
            default_max_age?: number | null;
            /** @description Whether ID tokens always say when the person signed in */
            require_auth_time?: boolean | null;
            /** @description How people have to sign in, the best first */
            default_acr_values?: string[] | null;
            /**
             * Format: uri
             * @description Where a login that starts elsewhere begins
             */
            initiate_login_uri?: string | null;
            /** @description Where its request objects may be */
            request_uris?: string[] | null;
            /** @description Where it lets people return to after they sign out */
            post_logout_redirect_uris?: string[] | null;
            /**
             * Format: uri
             * @description Where logout tokens are sent to
             */
            backchannel_logout_uri?: string | null;
            /** @description Whether it needs `sid` in logout tokens */
            backchannel_logout_session_required?: boolean | null;
            /**
             * Format: uri
             * @description What browsers load when a person signs out
             */
            frontchannel_logout_uri?: string | null;
            /** @description Whether it needs `iss` and `sid` there */
            frontchannel_logout_session_required?: boolean | null;
            /** @description How it can take an answer of the authorization endpoint */
            response_modes?: string[] | null;
            /** @description Which software it is */
            software_id?: string | null;
            /** @description In which version */
            software_version?: string | null;
            response_types: string[];
            /** @description What people read in other languages */
            localized: {
                [key: string]: string;
            };
            /** @description What it may be registered for at most; null: every scope */
            allowed_scopes: string[] | null;
            /** @description Where its logo is kept on this server */
            logo_url: string | null;
        };
        NewClient: {
            /** @description `web` or `native`; follows from the kind */
            application_type?: string | null;
            /** @description E-mail addresses of those responsible */
            contacts?: string[] | null;
            /**
             * Format: uri
             * @description Where its logo is; fetched once, when it is set
             */
            logo_uri?: string | null;
            /**
             * Format: uri
             * @description Its privacy policy
             */
            policy_uri?: string | null;
            /**
             * Format: uri
             * @description Its terms of service
             */
            tos_uri?: string | null;
            /**
             * Format: uri
             * @description Where its public keys are
             */
            jwks_uri?: string | null;
            /** @description Its public keys (RFC 7517), in place of jwks_uri */
            jwks?: {
                keys?: {
                    [key: string]: unknown;
                }[];
            } | null;
            /**
             * Format: uri
             * @description A JSON list of all of its callback URLs, for pairwise subjects
             */
            sector_identifier_uri?: string | null;
            /** @description `public` or `pairwise`; stays as it was registered */
            subject_type?: string | null;
            /** @description How its ID tokens are signed */
            id_token_signed_response_alg?: string | null;
            /** @description How the key of its encrypted ID tokens travels */
            id_token_encrypted_response_alg?: string | null;
            /** @description How its ID tokens are encrypted */
            id_token_encrypted_response_enc?: string | null;
            /** @description How userinfo answers are signed */
            userinfo_signed_response_alg?: string | null;
            /** @description How the key of encrypted userinfo answers travels */
            userinfo_encrypted_response_alg?: string | null;
            /** @description How userinfo answers are encrypted */
            userinfo_encrypted_response_enc?: string | null;
            /** @description How it signs request objects (RFC 9101) */
            request_object_signing_alg?: string | null;
            /** @description How it signs its assertions (RFC 7523) */
            token_endpoint_auth_signing_alg?: string | null;
            /** @description Seconds that a login may be old */
            default_max_age?: number | null;
            /** @description Whether ID tokens always say when the person signed in */
            require_auth_time?: boolean | null;
            /** @description How people have to sign in, the best first */
            default_acr_values?: string[] | null;
            /**
             * Format: uri
             * @description Where a login that starts elsewhere begins
             */
            initiate_login_uri?: string | null;
            /** @description Where its request objects may be */
            request_uris?: string[] | null;
            /** @description Where it lets people return to after they sign out */
            post_logout_redirect_uris?: string[] | null;
            /**
             * Format: uri
             * @description Where logout tokens are sent to
             */
            backchannel_logout_uri?: string | null;
            /** @description Whether it needs `sid` in logout tokens */
            backchannel_logout_session_required?: boolean | null;
            /**
             * Format: uri
             * @description What browsers load when a person signs out
             */
            frontchannel_logout_uri?: string | null;
            /** @description Whether it needs `iss` and `sid` there */
            frontchannel_logout_session_required?: boolean | null;
            /** @description How it can take an answer of the authorization endpoint */
            response_modes?: string[] | null;
            /** @description Which software it is */
            software_id?: string | null;
            /** @description In which version */
            software_version?: string | null;
            /**
             * Format: uri
             * @description Its home page
             */
            client_uri?: string | null;
            /** @description Where people come back to */
            redirect_uris?: string[] | null;
            /** @description Of authorization_code, refresh_token, client_credentials; those of its kind when absent */
            grant_types?: string[] | null;
            /** @description `code` for apps that people sign in to, else none */
            response_types?: string[] | null;
            /** @description How it proves who it is: client_secret_basic, client_secret_post, private_key_jwt, client_secret_jwt, none */
            token_endpoint_auth_method?: string | null;
            /**
             * @description What it may ask people for, with spaces between
             * @example openid profile
             */
            scope?: string | null;
            /**
             * @description What people read in other languages (OpenID Connect Registration §2.1), by member and language tag
             * @example {
             *       "client_name#de": "Acme Fotos"
             *     }
             */
            localized?: {
                [key: string]: string | null;
            } | null;
            /** @description What it may be registered for at most; every scope when null */
            allowed_scopes?: string[] | null;
            /** @description False only for an app with a secret that cannot do PKCE (RFC 7636) */
            pkce_required?: boolean;
            /** @description What of this API it may use. For apps of the installation; given by owners only when it is registered, taken by owners only */
            admin_scopes?: ("admin:users:read" | "admin:users:write" | "admin:invitations:read" | "admin:invitations:write" | "admin:clients:read" | "admin:clients:write" | "admin:secrets:read" | "admin:secrets:write" | "admin:scopes:read" | "admin:scopes:write" | "admin:resources:read" | "admin:resources:write" | "admin:sessions:read" | "admin:sessions:write" | "admin:consents:read" | "admin:consents:write" | "admin:grants:read" | "admin:grants:write" | "admin:tokens:read" | "admin:tokens:write" | "admin:initial-access-tokens:read" | "admin:initial-access-tokens:write" | "admin:keys:read" | "admin:keys:write" | "admin:audit-events:read" | "admin:settings:read" | "admin:settings:write" | "admin:statistics:read" | "admin:webhooks:read" | "admin:webhooks:write" | "admin:configuration:read" | "admin:configuration:write")[];
            /**
             * @description What the app is; it stays
             * @enum {string}
             */
            kind: "server" | "browser" | "native" | "machine";
            /** @description The name that people see on the consent page */
            client_name: string;
            /** @description Employee number of the user who manages it in the panel; absent or null for an app of the installation */
            owner?: string | null;
        };
        RegisteredClientResource: {
            client_id: string;
            /** @enum {string} */
            kind: "server" | "browser" | "native" | "machine";
            client_name: string;
            /** @description Its home page */
            client_uri: string | null;
            redirect_uris: string[];
            grant_types: string[];
            /** @description What it may ask people for, with spaces between */
            scope: string;
            /** @description What of this API it may use */
            admin_scopes: string[];
            token_endpoint_auth_method: string;
            /** @description Employee number of its owner; null for an app of the installation */
            owner: string | null;
            /** @enum {string} */
            registered_by: "panel" | "cli" | "dynamic" | "api";
            /** @enum {string} */
            status: "active" | "suspended";
            /** @description Why it is suspended, as its owner reads it */
            suspended_reason: string | null;
            /** @description Whether somebody vouched for it */
            is_verified: boolean;
            /** @description Whether it must use PKCE (RFC 7636) */
            pkce_required: boolean;
            /**
             * Format: date-time
             * @description When it was registered
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When it was changed the last time
             */
            updated_at: string;
            /** @description `web` or `native`; follows from the kind */
            application_type?: string | null;
            /** @description E-mail addresses of those responsible */
            contacts?: string[] | null;
            /**
             * Format: uri
             * @description Where its logo is; fetched once, when it is set
             */
            logo_uri?: string | null;
            /**
             * Format: uri
             * @description Its privacy policy
             */
            policy_uri?: string | null;
            /**
             * Format: uri
             * @description Its terms of service
             */
            tos_uri?: string | null;
            /**
             * Format: uri
             * @description Where its public keys are
             */
            jwks_uri?: string | null;
            /** @description Its public keys (RFC 7517), in place of jwks_uri */
            jwks?: {
                keys?: {
                    [key: string]: unknown;
                }[];
            } | null;
            /**
             * Format: uri
             * @description A JSON list of all of its callback URLs, for pairwise subjects
             */
            sector_identifier_uri?: string | null;
            /** @description `public` or `pairwise`; stays as it was registered */
            subject_type?: string | null;
            /** @description How its ID tokens are signed */
            id_token_signed_response_alg?: string | null;
            /** @description How the key of its encrypted ID tokens travels */
            id_token_encrypted_response_alg?: string | null;
            /** @description How its ID tokens are encrypted */
            id_token_encrypted_response_enc?: string | null;
            /** @description How userinfo answers are signed */
            userinfo_signed_response_alg?: string | null;
            /** @description How the key of encrypted userinfo answers travels */
            userinfo_encrypted_response_alg?: string | null;
            /** @description How userinfo answers are encrypted */
            userinfo_encrypted_response_enc?: string | null;
            /** @description How it signs request objects (RFC 9101) */
            request_object_signing_alg?: string | null;
            /** @description How it signs its assertions (RFC 7523) */
            token_endpoint_auth_signing_alg?: string | null;
            /** @description Seconds that a login may be old */
            default_max_age?: number | null;
            /** @description Whether ID tokens always say when the person signed in */
            require_auth_time?: boolean | null;
            /** @description How people have to sign in, the best first */
            default_acr_values?: string[] | null;
            /**
             * Format: uri
             * @description Where a login that starts elsewhere begins
             */
            initiate_login_uri?: string | null;
            /** @description Where its request objects may be */
            request_uris?: string[] | null;
            /** @description Where it lets people return to after they sign out */
            post_logout_redirect_uris?: string[] | null;
            /**
             * Format: uri
             * @description Where logout tokens are sent to
             */
            backchannel_logout_uri?: string | null;
            /** @description Whether it needs `sid` in logout tokens */
            backchannel_logout_session_required?: boolean | null;
            /**
             * Format: uri
             * @description What browsers load when a person signs out
             */
            frontchannel_logout_uri?: string | null;
            /** @description Whether it needs `iss` and `sid` there */
            frontchannel_logout_session_required?: boolean | null;
            /** @description How it can take an answer of the authorization endpoint */
            response_modes?: string[] | null;
            /** @description Which software it is */
            software_id?: string | null;
            /** @description In which version */
            software_version?: string | null;
            response_types: string[];
            /** @description What people read in other languages */
            localized: {
                [key: string]: string;
            };
            /** @description What it may be registered for at most; null: every scope */
            allowed_scopes: string[] | null;
            /** @description Where its logo is kept on this server */
            logo_url: string | null;
            /** @description Shown this once; null for an app that has no secret */
            client_secret: string | null;
            /** @description 0: it does not expire (RFC 7591 §3.2.1) */
            client_secret_expires_at: number;
            registration_access_token: string;
            /** @description 256 bits in base64url, for signing `state` values */
            state_key: string;
        };
        ClientPatch: {
            /** @description `web` or `native`; follows from the kind */
            application_type?: string | null;
            /** @description E-mail addresses of those responsible */
            contacts?: string[] | null;
            /**
             * Format: uri
             * @description Where its logo is; fetched once, when it is set
             */
            logo_uri?: string | null;
            /**
             * Format: uri
             * @description Its privacy policy
             */
            policy_uri?: string | null;
            /**
             * Format: uri
             * @description Its terms of service
             */
            tos_uri?: string | null;
            /**
             * Format: uri
             * @description Where its public keys are
             */
            jwks_uri?: string | null;
            /** @description Its public keys (RFC 7517), in place of jwks_uri */
            jwks?: {
                keys?: {
                    [key: string]: unknown;
                }[];
            } | null;
            /**
             * Format: uri
             * @description A JSON list of all of its callback URLs, for pairwise subjects
             */
            sector_identifier_uri?: string | null;
            /** @description `public` or `pairwise`; stays as it was registered */
            subject_type?: string | null;
            /** @description How its ID tokens are signed */
            id_token_signed_response_alg?: string | null;
            /** @description How the key of its encrypted ID tokens travels */
            id_token_encrypted_response_alg?: string | null;
            /** @description How its ID tokens are encrypted */
            id_token_encrypted_response_enc?: string | null;
            /** @description How userinfo answers are signed */
            userinfo_signed_response_alg?: string | null;
            /** @description How the key of encrypted userinfo answers travels */
            userinfo_encrypted_response_alg?: string | null;
            /** @description How userinfo answers are encrypted */
            userinfo_encrypted_response_enc?: string | null;
            /** @description How it signs request objects (RFC 9101) */
            request_object_signing_alg?: string | null;
            /** @description How it signs its assertions (RFC 7523) */
            token_endpoint_auth_signing_alg?: string | null;
            /** @description Seconds that a login may be old */
            default_max_age?: number | null;
            /** @description Whether ID tokens always say when the person signed in */
            require_auth_time?: boolean | null;
            /** @description How people have to sign in, the best first */
            default_acr_values?: string[] | null;
            /**
             * Format: uri
             * @description Where a login that starts elsewhere begins
             */
            initiate_login_uri?: string | null;
            /** @description Where its request objects may be */
            request_uris?: string[] | null;
            /** @description Where it lets people return to after they sign out */
            post_logout_redirect_uris?: string[] | null;
            /**
             * Format: uri
             * @description Where logout tokens are sent to
             */
            backchannel_logout_uri?: string | null;
            /** @description Whether it needs `sid` in logout tokens */
            backchannel_logout_session_required?: boolean | null;
            /**
             * Format: uri
             * @description What browsers load when a person signs out
             */
            frontchannel_logout_uri?: string | null;
            /** @description Whether it needs `iss` and `sid` there */
            frontchannel_logout_session_required?: boolean | null;
            /** @description How it can take an answer of the authorization endpoint */
            response_modes?: string[] | null;
            /** @description Which software it is */
            software_id?: string | null;
            /** @description In which version */
            software_version?: string | null;
            /**
             * Format: uri
             * @description Its home page
             */
            client_uri?: string | null;
            /** @description Where people come back to */
            redirect_uris?: string[] | null;
            /** @description Of authorization_code, refresh_token, client_credentials; those of its kind when absent */
            grant_types?: string[] | null;
            /** @description `code` for apps that people sign in to, else none */
            response_types?: string[] | null;
            /** @description How it proves who it is: client_secret_basic, client_secret_post, private_key_jwt, client_secret_jwt, none */
            token_endpoint_auth_method?: string | null;
            /**
             * @description What it may ask people for, with spaces between
             * @example openid profile
             */
            scope?: string | null;
            /**
             * @description What people read in other languages (OpenID Connect Registration §2.1), by member and language tag
             * @example {
             *       "client_name#de": "Acme Fotos"
             *     }
             */
            localized?: {
                [key: string]: string | null;
            } | null;
            /** @description What it may be registered for at most; every scope when null */
            allowed_scopes?: string[] | null;
            /** @description False only for an app with a secret that cannot do PKCE (RFC 7636) */
            pkce_required?: boolean;
            /** @description What of this API it may use. For apps of the installation; given by owners only when it is registered, taken by owners only */
            admin_scopes?: ("admin:users:read" | "admin:users:write" | "admin:invitations:read" | "admin:invitations:write" | "admin:clients:read" | "admin:clients:write" | "admin:secrets:read" | "admin:secrets:write" | "admin:scopes:read" | "admin:scopes:write" | "admin:resources:read" | "admin:resources:write" | "admin:sessions:read" | "admin:sessions:write" | "admin:consents:read" | "admin:consents:write" | "admin:grants:read" | "admin:grants:write" | "admin:tokens:read" | "admin:tokens:write" | "admin:initial-access-tokens:read" | "admin:initial-access-tokens:write" | "admin:keys:read" | "admin:keys:write" | "admin:audit-events:read" | "admin:settings:read" | "admin:settings:write" | "admin:statistics:read" | "admin:webhooks:read" | "admin:webhooks:write" | "admin:configuration:read" | "admin:configuration:write")[];
            /** @description The name that people see on the consent page */
            client_name?: string;
            /** @description Vouch for the app as people see it now: the consent page says so */
            is_verified?: boolean;
            /**
             * @description Suspended: the app can do nothing, its tokens open nothing
             * @enum {string}
             */
            status?: "active" | "suspended";
            /** @description What the owner reads; needed to suspend */
            suspended_reason?: string;
        };
        ClientSecretResource: {
            secret_id: string;
            /** @description The last characters, to tell which one a deployment uses */
            hint: string;
            /** @description The newest one; it ends only when another one is made */
            is_current: boolean;
            /**
             * Format: date-time
             * @description When it was made
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When it ends; null for the current one
             */
            expires_at: string | null;
            /**
             * Format: date-time
             * @description When it was used the last time, to the minute
             */
            last_used_at: string | null;
        };
        NewClientSecret: {
            /**
             * @description Seconds for which the secrets before it go on; 0 ends them at once
             * @default 86400
             */
            overlap: number;
        };
        NewClientSecretResource: {
            secret_id: string;
            /** @description The last characters, to tell which one a deployment uses */
            hint: string;
            /** @description The newest one; it ends only when another one is made */
            is_current: boolean;
            /**
             * Format: date-time
             * @description When it was made
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When it ends; null for the current one
             */
            expires_at: string | null;
            /**
             * Format: date-time
             * @description When it was used the last time, to the minute
             */
            last_used_at: string | null;
            /** @description Shown this once */
            client_secret: string;
        };
        ConfigurationResource: {
            /** @description YAML, with the sections that you may read; as plan and apply take it */
            document: string;
        };
        ConfigurationBody: {
            /**
             * @description YAML, as docs/declarative.md says
             * @example version: 1
             *     settings:
             *       REGISTRATION: invite
             */
            document: string;
            /**
             * @description Whether to delete what the sections of the document do not declare, besides where it says so itself
             * @default false
             */
            prune: boolean;
            /** @description What `{ env: NAME }` in the document leads to, by name. The environment of the server is never read */
            secrets?: {
                [key: string]: string;
            };
        };
        ConfigurationChange: {
            /** @description Where in the thing: names of members and positions in lists */
            path: (string | number)[];
            /** @description As it is; absent when there is nothing */
            from?: string | number | boolean | unknown[] | {
                [key: string]: unknown;
            };
            /** @description As it is declared; absent when there is to be nothing */
            to?: string | number | boolean | unknown[] | {
                [key: string]: unknown;
            };
        };
        ConfigurationStep: {
            section: string;
            /** @description What the thing is called */
            noun: string;
            id: string;
            /** @enum {string} */
            action: "create" | "update" | "delete";
            /** @description Never a secret */
            changes: components["schemas"]["ConfigurationChange"][];
        };
        ConfigurationPlan: {
            steps: components["schemas"]["ConfigurationStep"][];
            /** @description What whoever applies it should know */
            notes: string[];
        };
        ConfigurationSecrets: {
            section: string;
            id: string;
            /** @description `client_secret` when it was made here, `registration_access_token`, `state_key`. Shown this once */
            secrets: {
                [key: string]: string;
            };
        };
        ConfigurationApplied: {
            steps: components["schemas"]["ConfigurationStep"][];
            /** @description What whoever applies it should know */
            notes: string[];
            secrets: components["schemas"]["ConfigurationSecrets"][];
        };
        ConfigurationProblem: {
            /**
             * Format: uri
             * @description Names the kind of problem and never changes
             */
            type: string;
            title: string;
            status: number;
            detail: string;
            /**
             * Format: uri
             * @description This occurrence: the id of the request in the log
             */
            instance: string;
            errors?: components["schemas"]["FieldFaultResource"][];
            /** @description Of a conflict, and of what failed on the way: what was done before it, and stays */
            applied?: components["schemas"]["ConfigurationApplied"];
        };
        ConsentResource: {
            id: string;
            user_id: string;
            username: string;
            client_id: string;
            client_name: string;
            /** @description What the user allowed */
            scopes: string[];
            /** @description What they were asked for and did not allow */
            refused_scopes: string[];
            /**
             * Format: date-time
             * @description When they allowed something for the first time
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When they decided the last time
             */
            updated_at: string;
        };
        GrantResource: {
            id: string;
            user_id: string;
            username: string;
            client_id: string;
            client_name: string;
            /** @description What the user authorized */
            scopes: string[];
            /** @description The browser session that it was made in (`sid`) */
            session_id: string;
            /** @description How the user had signed in (RFC 8176) */
            amr: string[];
            /**
             * Format: date-time
             * @description When the user had signed in
             */
            auth_time: string;
            /**
             * Format: date-time
             * @description When the user authorized it
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When the app got its first tokens; null while its code waits
             */
            redeemed_at: string | null;
            /**
             * Format: date-time
             * @description When the app got tokens the last time
             */
            last_used_at: string | null;
            /**
             * Format: date-time
             * @description When it ends unless the app uses it
             */
            expires_at: string;
        };
        TokenResource: {
            /** @description What it is called by; not the token, and of no use to an app */
            id: string;
            client_id: string;
            client_name: string;
            /** @description Whose data it opens; null for a token that the app has for itself */
            user_id: string | null;
            /** @description User name of the same */
            username: string | null;
            /** @description The authorization that it came from; null for a token that the app has for itself */
            grant_id: string | null;
            scopes: string[];
            /**
             * Format: date-time
             * @description When it was issued
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When it ends
             */
            expires_at: string;
        };
        TokenRevocationOrder: {
            /**
             * Format: uuid
             * @description Only of the user with this id
             */
            user_id?: string;
            /** @description Only of the app with this client id */
            client_id?: string;
        };
        TokenRevocation: {
            /** @description Authorizations of users, with all of their tokens */
            grants: number;
            /** @description Tokens that the app had for itself */
            tokens: number;
        };
        InitialAccessTokenResource: {
            id: string;
            /** @description What it is for */
            label: string;
            /** @description How many apps may register with it */
            max_uses: number;
            /** @description How many did */
            used_count: number;
            /** @description Whether every app that registers with it must do PKCE */
            pkce_required: boolean;
            /** @description What apps may ask for at most; null for everything */
            allowed_scopes: string[] | null;
            /** @description Employee number of the user whose apps they become; null for nobody */
            owner: string | null;
            /**
             * Format: date-time
             * @description When it was made
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When it ends
             */
            expires_at: string;
        };
        NewInitialAccessTokenOrder: {
            label: string;
            /**
             * @description How many apps may register with it
             * @default 1
             */
            max_uses: number;
            /**
             * @description Seconds that it lives
             * @default 2592000
             */
            expires_in: number;
            /**
             * @description false: confidential apps that cannot do PKCE may register
             * @default true
             */
            pkce_required: boolean;
            /** @description What apps may ask for at most, also of defined scopes that a person allows and that are not sensitive; every built-in one if absent */
            allowed_scopes?: string[];
            /** @description Employee number of the user whose apps they become; nobody if absent */
            owner?: string;
        };
        NewInitialAccessTokenResource: {
            id: string;
            /** @description What it is for */
            label: string;
            /** @description How many apps may register with it */
            max_uses: number;
            /** @description How many did */
            used_count: number;
            /** @description Whether every app that registers with it must do PKCE */
            pkce_required: boolean;
            /** @description What apps may ask for at most; null for everything */
            allowed_scopes: string[] | null;
            /** @description Employee number of the user whose apps they become; null for nobody */
            owner: string | null;
            /**
             * Format: date-time
             * @description When it was made
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When it ends
             */
            expires_at: string;
            /** @description The token itself, shown this once */
            initial_access_token: string;
        };
        InvitationResource: {
            id: string;
            email: string;
            /** @enum {string} */
            state: "pending" | "accepted" | "expired" | "withdrawn";
            /** @description Full name */
            name: string | null;
            /** @description BCP 47 */
            locale: string | null;
            /**
             * @description What the account will be
             * @enum {string}
             */
            role: "user" | "auditor" | "support" | "admin" | "owner";
            /**
             * @description Who invited
             * @enum {string}
             */
            inviter_type: "user" | "client" | "operator";
            inviter_id: string;
            /** @description Id of the user who came of it */
            user_id: string | null;
            /**
             * Format: date-time
             * @description When it was made
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When the newest link was mailed
             */
            sent_at: string;
            /**
             * Format: date-time
             * @description When that link ends
             */
            expires_at: string;
            /**
             * Format: date-time
             * @description When the account was made
             */
            accepted_at: string | null;
            /**
             * Format: date-time
             * @description When it was taken back
             */
            withdrawn_at: string | null;
        };
        InvitationOrder: {
            email: string;
            /** @description Full name */
            name?: string;
            /**
             * @description BCP 47: the language of the mail, and of the account
             * @example de-AT
             */
            locale?: string;
            /**
             * @description Another one than user: owners only
             * @default user
             * @enum {string}
             */
            role: "user" | "auditor" | "support" | "admin" | "owner";
        };
        KeyResource: {
            kid: string;
            /** @enum {string} */
            alg: "RS256" | "PS256" | "ES256" | "EdDSA";
            /** @enum {string} */
            state: "next" | "active" | "retired" | "revoked";
            /**
             * Format: date-time
             * @description Since when it is published
             */
            created_at: string;
            /**
             * Format: date-time
             * @description Since when it signs, or from when it will
             */
            signs_from: string | null;
            /**
             * Format: date-time
             * @description Until when it signs or signed, if that is known
             */
            signs_until: string | null;
            /**
             * Format: date-time
             * @description Until when clients can find it
             */
            published_until: string | null;
            /**
             * Format: date-time
             * @description When it is forgotten
             */
            gone_at: string | null;
        };
        KeyRotationOrder: {
            /** @description Only the keys of these; all when absent */
            alg?: ("RS256" | "PS256" | "ES256" | "EdDSA")[];
            /**
             * @description Do not wait until every client can know the key
             * @default false
             */
            now: boolean;
        };
        ResourceServerResource: {
            id: string;
            /** @description The audience of its tokens (RFC 8707) */
            identifier: string;
            name: string;
            /** @description Seconds; null for what the installation gives */
            access_token_lifetime: number | null;
            /** @description The client id as which it asks what tokens are worth (RFC 7662) */
            client_id: string | null;
            /** @enum {string} */
            status: "active" | "suspended";
            /**
             * Format: date-time
             * @description When it was defined
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When it was changed the last time
             */
            updated_at: string;
        };
        ResourceServerDetail: {
            id: string;
            /** @description The audience of its tokens (RFC 8707) */
            identifier: string;
            name: string;
            /** @description Seconds; null for what the installation gives */
            access_token_lifetime: number | null;
            /** @description The client id as which it asks what tokens are worth (RFC 7662) */
            client_id: string | null;
            /** @enum {string} */
            status: "active" | "suspended";
            /**
             * Format: date-time
             * @description When it was defined
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When it was changed the last time
             */
            updated_at: string;
            /** @description The names of its scopes */
            scopes: string[];
            /** @description How many apps may ask for any of them */
            app_count: number;
        };
        NewResourceBody: {
            /**
             * @description Absolute URI without fragment, the audience of its tokens (RFC 8707); never changes
             * @example https://api.example.com/photos
             */
            identifier: string;
            name: string;
            /** @description Seconds; null for what the installation gives */
            access_token_lifetime?: number | null;
            /** @description The client id as which it asks what tokens are worth (RFC 7662) */
            client_id?: string | null;
        };
        ResourcePatch: {
            name?: string;
            /** @description Seconds; null for what the installation gives */
            access_token_lifetime?: number | null;
            /** @description The client id as which it asks what tokens are worth (RFC 7662) */
            client_id?: string | null;
            /**
             * @description Suspended: no new tokens, and those that there are open nothing
             * @enum {string}
             */
            status?: "active" | "suspended";
        };
        ResourceDeletion: {
            /** @description The scopes that went with it */
            deleted_scopes: string[];
            /** @description How many apps could ask for any of them, and cannot any more */
            withdrawn_from_apps: number;
        };
        ScopeResource: {
            id: string;
            name: string;
            /** @description What people are asked, by language tag; empty where no person is */
            descriptions: {
                [key: string]: string;
            };
            /** @enum {string} */
            sensitivity: "normal" | "sensitive";
            /** @description Only a person can allow it */
            needs_user: boolean;
            /** @description Id of the resource server that it opens something of */
            resource_id: string | null;
            /** @description The audience of tokens with it */
            audience: string | null;
            /** @description It belongs to the server and cannot be changed */
            is_built_in: boolean;
            /**
             * Format: date-time
             * @description When it was defined
             */
            created_at: string | null;
            /**
             * Format: date-time
             * @description When it was changed the last time
             */
            updated_at: string | null;
        };
        ScopeDetailResource: {
            id: string;
            name: string;
            /** @description What people are asked, by language tag; empty where no person is */
            descriptions: {
                [key: string]: string;
            };
            /** @enum {string} */
            sensitivity: "normal" | "sensitive";
            /** @description Only a person can allow it */
            needs_user: boolean;
            /** @description Id of the resource server that it opens something of */
            resource_id: string | null;
            /** @description The audience of tokens with it */
            audience: string | null;
            /** @description It belongs to the server and cannot be changed */
            is_built_in: boolean;
            /**
             * Format: date-time
             * @description When it was defined
             */
            created_at: string | null;
            /**
             * Format: date-time
             * @description When it was changed the last time
             */
            updated_at: string | null;
            /** @description How many apps may ask for it; not counted for a built-in one */
            app_count: number | null;
        };
        NewScopeBody: {
            /**
             * @description As apps ask for it (RFC 6749 §3.3)
             * @example photos:read
             */
            name: string;
            /**
             * @description What people are asked, a sentence by language tag; `en` is needed
             * @example {
             *       "en": "See your photos",
             *       "de": "Deine Fotos sehen"
             *     }
             */
            descriptions: {
                [key: string]: string;
            };
            /**
             * @description Sensitive: marked on the consent page, never ticked by itself, given to apps by administrators only
             * @default normal
             * @enum {string}
             */
            sensitivity: "normal" | "sensitive";
            /**
             * @description Only a person can allow it; false: machines may have it too, given by administrators only
             * @default true
             */
            needs_user: boolean;
            /** @description Id of the resource server that it opens something of; never changes */
            resource_id?: string | null;
        };
        ScopePatch: {
            /**
             * @description What people are asked, a sentence by language tag; `en` is needed
             * @example {
             *       "en": "See your photos",
             *       "de": "Deine Fotos sehen"
             *     }
             */
            descriptions?: {
                [key: string]: string;
            };
            /** @enum {string} */
            sensitivity?: "normal" | "sensitive";
            needs_user?: boolean;
        };
        ScopeDeletion: {
            /** @description How many apps could ask for it, and cannot any more */
            withdrawn_from_apps: number;
        };
        ScopeClientBody: {
            /** @description The client id of the app */
            client_id: string;
        };
        SessionResource: {
            id: string;
            user_id: string;
            username: string;
            /** @description Browser and system, as far as they tell */
            browser: string | null;
            /** @description How the user signed in (RFC 8176) */
            amr: string[];
            /**
             * Format: date-time
             * @description When the user signed in the last time
             */
            auth_time: string;
            /**
             * Format: date-time
             * @description When the session began
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When it was used, to the hour
             */
            last_seen_at: string;
            /**
             * Format: date-time
             * @description When it ends at the latest
             */
            expires_at: string;
        };
        SettingResource: {
            /** @description The name of its environment variable */
            name: string;
            /** @description What counts now; null for a secret */
            value: (string | number) | null;
            /**
             * @description Where the value comes from; the first of these that has one decides
             * @enum {string}
             */
            source: "environment" | "stored" | "default";
            description: string;
            is_secret: boolean;
            /** @description Whether it can be changed here */
            is_changeable: boolean;
            /** @description Whether only an owner, in person, changes it */
            is_owners_only: boolean;
            /** @description Why it cannot be changed here, and what to do */
            lock: string | null;
            /** @description What it can be, where that is a choice */
            choices: string[] | null;
            minimum: number | null;
            maximum: number | null;
        };
        SettingPatch: {
            /** @description As `choices`, `minimum` and `maximum` of the setting say */
            value: string | number;
        };
        LineResource: {
            /** @description What is counted: an outcome, a grant type, an error code, a percentile */
            key: string;
            /** @description One for each bucket; null where nothing was to measure */
            values: (number | null)[];
            /** @description Of the whole time */
            total: number | null;
            /** @description Of as many hours or days before */
            previous_total: number | null;
        };
        SeriesResource: {
            /** @enum {string} */
            unit: "count" | "milliseconds";
            /** @enum {string} */
            interval: "hour" | "day";
            time_zone: string;
            /**
             * Format: date-time
             * @description Start of the first bucket
             */
            since: string;
            /**
             * Format: date-time
             * @description End of the last bucket, which may lie ahead
             */
            until: string;
            /** @description Start of each; none is missing */
            buckets: string[];
            /** @description Those that occurred, then or before, the most frequent first */
            lines: components["schemas"]["LineResource"][];
        };
        TopClientResource: {
            client_id: string;
            /** @description Its name; null for an app that is gone */
            client_name: string | null;
            total: number;
            /** @description Of as many hours or days before */
            previous_total: number;
        };
        TopClientsResource: {
            data: components["schemas"]["TopClientResource"][];
        };
        UserBulkFilter: {
            /** @description The beginning of a user name, an e-mail address or an employee number */
            search?: string;
            /**
             * @description Only users of this role
             * @enum {string}
             */
            role?: "user" | "auditor" | "support" | "admin" | "owner";
            /**
             * @description Only users of this status
             * @enum {string}
             */
            status?: "active" | "disabled";
        };
        UserBulkOrder: {
            /** @description The ids; or a filter, which fits at most 1000 */
            ids?: string[];
            /** @enum {string} */
            action: "disable" | "enable" | "sign_out" | "delete";
            /** @description As of the list of users */
            filter?: components["schemas"]["UserBulkFilter"];
        };
        UserImportResource: {
            id: string;
            name: string;
            /** @enum {string} */
            format: "csv" | "json";
            dry_run: boolean;
            /**
             * @description `failed`: the file itself is faulty, see `failure`
             * @enum {string}
             */
            state: "receiving" | "running" | "done" | "failed";
            /** @description What is wrong with the file as a whole, and where */
            failure: string | null;
            /** @description SHA-256 of the file in hex, once it is whole */
            sha256: string | null;
            /** @description How many parts have come */
            parts: number;
            /** @description Size of what has come */
            bytes: number;
            /** @description How far it is worked off */
            bytes_done: number;
            /** @description Users made, or in a dry run: that would be made */
            imported: number;
            /** @description Rows that make no user; see `/errors` */
            refused: number;
            /** @description Number of the last row that is worked off; the header of a CSV is row 1 */
            last_row: number;
            /**
             * Format: date-time
             * @description When it was begun
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When it was over
             */
            finished_at: string | null;
            /**
             * Format: date-time
             * @description When it is forgotten, with its errors
             */
            expires_at: string;
        };
        UserImportErrorResource: {
            /** @description The header of a CSV is row 1 */
            row: number;
            /** @description null where it is about the whole row */
            field: string | null;
            message: string;
        };
        NewUserImport: {
            /** @description The text of the file, or its next piece; cut between characters */
            data: string;
            /**
             * @description Whether further parts follow; the work begins with the last
             * @default false
             */
            has_more: boolean;
            name: string;
            /**
             * @description `json`: an array of objects, or one object on each line
             * @enum {string}
             */
            format: "csv" | "json";
            /**
             * @description Judge every row, make nobody
             * @default false
             */
            dry_run: boolean;
        };
        NextPart: {
            /** @description The text of the file, or its next piece; cut between characters */
            data: string;
            /**
             * @description Whether further parts follow; the work begins with the last
             * @default false
             */
            has_more: boolean;
            /** @description One more than `parts` of the import */
            number: number;
        };
        UserResource: {
            id: string;
            username: string;
            email: string;
            /**
             * Format: date-time
             * @description When the address was confirmed
             */
            email_verified_at: string | null;
            empUserId: string;
            /** @enum {string} */
            role: "user" | "auditor" | "support" | "admin" | "owner";
            /** @enum {string} */
            status: "active" | "disabled";
            /** @description Full name */
            name: string | null;
            /** @description Given name */
            given_name: string | null;
            /** @description Family name */
            family_name: string | null;
            /** @description BCP 47 */
            locale: string | null;
            /** @description A zone of the IANA database */
            zoneinfo: string | null;
            /** @description YYYY-MM-DD */
            dob: string | null;
            /** @description E.164 */
            phone: string | null;
            /**
             * Format: date-time
             * @description When the account was made
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When it was changed the last time
             */
            updated_at: string;
        };
        NewUser: {
            /** @description Full name */
            name?: string;
            given_name?: string;
            family_name?: string;
            /**
             * @description BCP 47
             * @example de-AT
             */
            locale?: string;
            /**
             * @description IANA
             * @example Europe/Vienna
             */
            zoneinfo?: string;
            /**
             * Format: date
             * @example 1990-12-31
             */
            dob?: string;
            /**
             * @description Kept as E.164
             * @example +491701234567
             */
            phone?: string;
            username: string;
            email: string;
            password: string;
            /** @description Assigned when absent */
            empUserId?: string;
        };
        UserPatch: {
            /** @description Full name */
            name?: string;
            given_name?: string;
            family_name?: string;
            /**
             * @description BCP 47
             * @example de-AT
             */
            locale?: string;
            /**
             * @description IANA
             * @example Europe/Vienna
             */
            zoneinfo?: string;
            /**
             * Format: date
             * @example 1990-12-31
             */
            dob?: string;
            /**
             * @description Kept as E.164
             * @example +491701234567
             */
            phone?: string;
            /**
             * @description Disabled: every login ends, none is possible
             * @enum {string}
             */
            status?: "active" | "disabled";
            /**
             * @description Owners only. Every login of the user ends.
             * @enum {string}
             */
            role?: "user" | "auditor" | "support" | "admin" | "owner";
        };
        WebhookDeliveryResource: {
            /** @description The event; the consumer gets it as `webhook-id` */
            event_id: string;
            webhook_id: string;
            /** @example user.created */
            type: string;
            /**
             * @description dead: given up, or held while the webhook was disabled
             * @enum {string}
             */
            state: "pending" | "delivered" | "dead";
            attempts: number;
            /** @description HTTP status of the last attempt; null without an answer */
            last_status: number | null;
            /** @description What went wrong at the last attempt */
            last_error: string | null;
            /**
             * Format: date-time
             * @description When it was tried the last time
             */
            last_attempt_at: string | null;
            /**
             * Format: date-time
             * @description When it is tried next; null when it is not
             */
            next_attempt_at: string | null;
            /** @description The body that is sent */
            payload: {
                [key: string]: unknown;
            };
            /**
             * Format: date-time
             * @description When it was put on its way
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When it is forgotten
             */
            expires_at: string;
        };
        WebhookReplayResource: {
            /** @description How many are on their way again */
            replayed: number;
        };
        WebhookResource: {
            id: string;
            name: string;
            /** Format: uri */
            url: string;
            /** @description What it is told of */
            events: ("*" | "user.*" | "invitation.*" | "bulk_operation.*" | "login.*" | "session.*" | "console_token.*" | "api.*" | "setup_link.*" | "client.*" | "consent.*" | "grant.*" | "token.*" | "key.*" | "initial_access_token.*" | "settings.*" | "webhook.*" | "scope.*" | "resource.*" | "user.created" | "user.import_started" | "user.imported" | "user.import_removed" | "user.updated" | "user.role_changed" | "user.disabled" | "user.enabled" | "user.deleted" | "user.signed_out_everywhere" | "user.password_changed" | "user.password_reset" | "user.email_changed" | "user.password_reset_sent" | "invitation.created" | "invitation.resent" | "invitation.accepted" | "invitation.withdrawn" | "bulk_operation.created" | "bulk_operation.cancelled" | "bulk_operation.stopped" | "bulk_operation.item_failed" | "login.succeeded" | "login.failed" | "session.ended" | "console_token.issued" | "console_token.refused" | "api.refused" | "setup_link.refused" | "client.created" | "client.updated" | "client.deleted" | "client.verified" | "client.unverified" | "client.suspended" | "client.reinstated" | "client.rights_changed" | "client.credentials_changed" | "client.secret_rotated" | "client.secret_revoked" | "client.authentication_failed" | "client.rights_refused" | "consent.granted" | "consent.refused" | "consent.withdrawn" | "grant.replayed" | "grant.revoked" | "token.revoked" | "key.activated" | "key.rotated" | "key.revoked" | "initial_access_token.created" | "initial_access_token.revoked" | "initial_access_token.refused" | "settings.changed" | "webhook.created" | "webhook.updated" | "webhook.enabled" | "webhook.disabled" | "webhook.deleted" | "webhook.secret_rotated" | "webhook.replayed" | "scope.created" | "scope.updated" | "scope.deleted" | "resource.created" | "resource.updated" | "resource.deleted")[];
            /** @enum {string} */
            status: "active" | "disabled";
            /**
             * @description Disabled by hand, because nothing arrived for days, or because it answered 410; null while active
             * @enum {string|null}
             */
            disabled_reason: "by_hand" | "failing" | "gone" | null;
            /**
             * Format: date-time
             * @description Of the first failure since something arrived; null while things arrive
             */
            failing_since: string | null;
            /**
             * Format: date-time
             * @description Until when the secret before the newest one signs as well
             */
            previous_secret_until: string | null;
            /**
             * Format: date-time
             * @description When it was made
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When it was changed the last time
             */
            updated_at: string;
        };
        NewWebhook: {
            name: string;
            /**
             * Format: uri
             * @description https; takes POST and answers 2xx within 5 seconds
             */
            url: string;
            /** @description Names, all of a kind, or * */
            events: ("*" | "user.*" | "invitation.*" | "bulk_operation.*" | "login.*" | "session.*" | "console_token.*" | "api.*" | "setup_link.*" | "client.*" | "consent.*" | "grant.*" | "token.*" | "key.*" | "initial_access_token.*" | "settings.*" | "webhook.*" | "scope.*" | "resource.*" | "user.created" | "user.import_started" | "user.imported" | "user.import_removed" | "user.updated" | "user.role_changed" | "user.disabled" | "user.enabled" | "user.deleted" | "user.signed_out_everywhere" | "user.password_changed" | "user.password_reset" | "user.email_changed" | "user.password_reset_sent" | "invitation.created" | "invitation.resent" | "invitation.accepted" | "invitation.withdrawn" | "bulk_operation.created" | "bulk_operation.cancelled" | "bulk_operation.stopped" | "bulk_operation.item_failed" | "login.succeeded" | "login.failed" | "session.ended" | "console_token.issued" | "console_token.refused" | "api.refused" | "setup_link.refused" | "client.created" | "client.updated" | "client.deleted" | "client.verified" | "client.unverified" | "client.suspended" | "client.reinstated" | "client.rights_changed" | "client.credentials_changed" | "client.secret_rotated" | "client.secret_revoked" | "client.authentication_failed" | "client.rights_refused" | "consent.granted" | "consent.refused" | "consent.withdrawn" | "grant.replayed" | "grant.revoked" | "token.revoked" | "key.activated" | "key.rotated" | "key.revoked" | "initial_access_token.created" | "initial_access_token.revoked" | "initial_access_token.refused" | "settings.changed" | "webhook.created" | "webhook.updated" | "webhook.enabled" | "webhook.disabled" | "webhook.deleted" | "webhook.secret_rotated" | "webhook.replayed" | "scope.created" | "scope.updated" | "scope.deleted" | "resource.created" | "resource.updated" | "resource.deleted")[];
        };
        WebhookWithSecretResource: {
            id: string;
            name: string;
            /** Format: uri */
            url: string;
            /** @description What it is told of */
            events: ("*" | "user.*" | "invitation.*" | "bulk_operation.*" | "login.*" | "session.*" | "console_token.*" | "api.*" | "setup_link.*" | "client.*" | "consent.*" | "grant.*" | "token.*" | "key.*" | "initial_access_token.*" | "settings.*" | "webhook.*" | "scope.*" | "resource.*" | "user.created" | "user.import_started" | "user.imported" | "user.import_removed" | "user.updated" | "user.role_changed" | "user.disabled" | "user.enabled" | "user.deleted" | "user.signed_out_everywhere" | "user.password_changed" | "user.password_reset" | "user.email_changed" | "user.password_reset_sent" | "invitation.created" | "invitation.resent" | "invitation.accepted" | "invitation.withdrawn" | "bulk_operation.created" | "bulk_operation.cancelled" | "bulk_operation.stopped" | "bulk_operation.item_failed" | "login.succeeded" | "login.failed" | "session.ended" | "console_token.issued" | "console_token.refused" | "api.refused" | "setup_link.refused" | "client.created" | "client.updated" | "client.deleted" | "client.verified" | "client.unverified" | "client.suspended" | "client.reinstated" | "client.rights_changed" | "client.credentials_changed" | "client.secret_rotated" | "client.secret_revoked" | "client.authentication_failed" | "client.rights_refused" | "consent.granted" | "consent.refused" | "consent.withdrawn" | "grant.replayed" | "grant.revoked" | "token.revoked" | "key.activated" | "key.rotated" | "key.revoked" | "initial_access_token.created" | "initial_access_token.revoked" | "initial_access_token.refused" | "settings.changed" | "webhook.created" | "webhook.updated" | "webhook.enabled" | "webhook.disabled" | "webhook.deleted" | "webhook.secret_rotated" | "webhook.replayed" | "scope.created" | "scope.updated" | "scope.deleted" | "resource.created" | "resource.updated" | "resource.deleted")[];
            /** @enum {string} */
            status: "active" | "disabled";
            /**
             * @description Disabled by hand, because nothing arrived for days, or because it answered 410; null while active
             * @enum {string|null}
             */
            disabled_reason: "by_hand" | "failing" | "gone" | null;
            /**
             * Format: date-time
             * @description Of the first failure since something arrived; null while things arrive
             */
            failing_since: string | null;
            /**
             * Format: date-time
             * @description Until when the secret before the newest one signs as well
             */
            previous_secret_until: string | null;
            /**
             * Format: date-time
             * @description When it was made
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When it was changed the last time
             */
            updated_at: string;
            /**
             * @description Keep it: it is not shown again
             * @example whsec_…
             */
            secret: string;
        };
        WebhookPatch: {
            name?: string;
            /** Format: uri */
            url?: string;
            /** @description Names, all of a kind, or * */
            events?: ("*" | "user.*" | "invitation.*" | "bulk_operation.*" | "login.*" | "session.*" | "console_token.*" | "api.*" | "setup_link.*" | "client.*" | "consent.*" | "grant.*" | "token.*" | "key.*" | "initial_access_token.*" | "settings.*" | "webhook.*" | "scope.*" | "resource.*" | "user.created" | "user.import_started" | "user.imported" | "user.import_removed" | "user.updated" | "user.role_changed" | "user.disabled" | "user.enabled" | "user.deleted" | "user.signed_out_everywhere" | "user.password_changed" | "user.password_reset" | "user.email_changed" | "user.password_reset_sent" | "invitation.created" | "invitation.resent" | "invitation.accepted" | "invitation.withdrawn" | "bulk_operation.created" | "bulk_operation.cancelled" | "bulk_operation.stopped" | "bulk_operation.item_failed" | "login.succeeded" | "login.failed" | "session.ended" | "console_token.issued" | "console_token.refused" | "api.refused" | "setup_link.refused" | "client.created" | "client.updated" | "client.deleted" | "client.verified" | "client.unverified" | "client.suspended" | "client.reinstated" | "client.rights_changed" | "client.credentials_changed" | "client.secret_rotated" | "client.secret_revoked" | "client.authentication_failed" | "client.rights_refused" | "consent.granted" | "consent.refused" | "consent.withdrawn" | "grant.replayed" | "grant.revoked" | "token.revoked" | "key.activated" | "key.rotated" | "key.revoked" | "initial_access_token.created" | "initial_access_token.revoked" | "initial_access_token.refused" | "settings.changed" | "webhook.created" | "webhook.updated" | "webhook.enabled" | "webhook.disabled" | "webhook.deleted" | "webhook.secret_rotated" | "webhook.replayed" | "scope.created" | "scope.updated" | "scope.deleted" | "resource.created" | "resource.updated" | "resource.deleted")[];
            /**
             * @description Disabled: events are held, for you to replay
             * @enum {string}
             */
            status?: "active" | "disabled";
        };
        SecretRotationOrder: {
            /**
             * @description Seconds that the old secret signs as well; 0 after a leak
             * @default 86400
             */
            overlap_seconds: number;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listAuditEvents: {
        parameters: {
            query?: {
                /** @description Rows of a page */
                limit?: number;
                /** @description `next` of the page before; only with the same filters and the same order */
                cursor?: string;
                /** @description Only this */
                action?: "user.created" | "user.import_started" | "user.imported" | "user.import_removed" | "user.updated" | "user.role_changed" | "user.disabled" | "user.enabled" | "user.deleted" | "user.signed_out_everywhere" | "user.password_changed" | "user.password_reset" | "user.email_changed" | "user.password_reset_sent" | "invitation.created" | "invitation.resent" | "invitation.accepted" | "invitation.withdrawn" | "bulk_operation.created" | "bulk_operation.cancelled" | "bulk_operation.stopped" | "bulk_operation.item_failed" | "login.succeeded" | "login.failed" | "session.ended" | "console_token.issued" | "console_token.refused" | "api.refused" | "setup_link.refused" | "client.created" | "client.updated" | "client.deleted" | "client.verified" | "client.unverified" | "client.suspended" | "client.reinstated" | "client.rights_changed" | "client.credentials_changed" | "client.secret_rotated" | "client.secret_revoked" | "client.authentication_failed" | "client.rights_refused" | "consent.granted" | "consent.refused" | "consent.withdrawn" | "grant.replayed" | "grant.revoked" | "token.revoked" | "key.activated" | "key.rotated" | "key.revoked" | "initial_access_token.created" | "initial_access_token.revoked" | "initial_access_token.refused" | "settings.changed" | "webhook.created" | "webhook.updated" | "webhook.enabled" | "webhook.disabled" | "webhook.deleted" | "webhook.secret_rotated" | "webhook.replayed" | "scope.created" | "scope.updated" | "scope.deleted" | "resource.created" | "resource.updated" | "resource.deleted";
                /** @description Only what succeeded, or failed */
                outcome?: "success" | "failure";
                /** @description Only what this user, app or operator did */
                actor_id?: string;
                /** @description Only what was done to this user, app, session, grant or key */
                target_id?: string;
                /** @description Only what this request did, or this bulk operation */
                request_id?: string;
                /** @description From this time on */
                since?: string;
                /** @description Before this time */
                until?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page */
            200: {
                headers: {
                    /** @description What is left, and until when */
                    RateLimit?: string;
                    /** @description How many requests in which time */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["AuditEventResource"][];
                        /** @description `cursor` of the next page; null on the last one */
                        next: string | null;
                    };
                };
            };
            /** @description malformed-request: The request could not be read; invalid-cursor: The cursor is not of this list */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unauthenticated: An access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description insufficient-scope: The access token does not open this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description validation-failed: Some values are not allowed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description too-many-requests: Too many requests */
            429: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description server-error: The server made a mistake */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unavailable: The server is busy */
            503: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
        };
    };
    getAuditEvent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    /** @description What is left, and until when */
                    RateLimit?: string;
                    /** @description How many requests in which time */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditEventResource"];
                };
            };
            /** @description malformed-request: The request could not be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unauthenticated: An access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description insufficient-scope: The access token does not open this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description not-found: There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description validation-failed: Some values are not allowed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description too-many-requests: Too many requests */
            429: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description server-error: The server made a mistake */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unavailable: The server is busy */
            503: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
        };
    };
    listClientBulkOperations: {
        parameters: {
            query?: {
                /** @description Rows of a page */
                limit?: number;
                /** @description `next` of the page before; only with the same filters and the same order */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page */
            200: {
                headers: {
                    /** @description What is left, and until when */
                    RateLimit?: string;
                    /** @description How many requests in which time */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["BulkOperationResource"][];
                        /** @description `cursor` of the next page; null on the last one */
                        next: string | null;
                    };
                };
            };
            /** @description malformed-request: The request could not be read; invalid-cursor: The cursor is not of this list */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unauthenticated: An access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description insufficient-scope: The access token does not open this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description validation-failed: Some values are not allowed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description too-many-requests: Too many requests */
            429: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description server-error: The server made a mistake */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unavailable: The server is busy */
            503: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
        };
    };
    beginClientBulkOperation: {
        parameters: {
            query?: never;
            header?: {
                /** @description A random text: a repeat with the same one is done once */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClientBulkOrder"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    /** @description What is left, and until when */
                    RateLimit?: string;
                    /** @description How many requests in which time */
                    "RateLimit-Policy"?: string;
                    /** @description What was made */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkOperationDetail"];
                };
            };
            /** @description malformed-request: The request could not be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unauthenticated: An access token is needed; login-too-old: Sign in again for this */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description insufficient-scope: The access token does not open this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description conflict: It clashes with something that is there; request-in-progress: The same request is still under way */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unsupported-media-type: JSON is needed */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description validation-failed: Some values are not allowed; idempotency-key-reused: The Idempotency-Key was used for something else */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description too-many-requests: Too many requests */
            429: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description server-error: The server made a mistake */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unavailable: The server is busy */
            503: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
        };
    };
    getClientBulkOperation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    /** @description What is left, and until when */
                    RateLimit?: string;
                    /** @description How many requests in which time */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkOperationDetail"];
                };
            };
            /** @description malformed-request: The request could not be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unauthenticated: An access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description insufficient-scope: The access token does not open this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description not-found: There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description validation-failed: Some values are not allowed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description too-many-requests: Too many requests */
            429: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description server-error: The server made a mistake */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unavailable: The server is busy */
            503: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
        };
    };
    cancelClientBulkOperation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    /** @description What is left, and until when */
                    RateLimit?: string;
                    /** @description How many requests in which time */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkOperationDetail"];
                };
            };
            /** @description malformed-request: The request could not be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unauthenticated: An access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description insufficient-scope: The access token does not open this; forbidden: This is above your rights */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description not-found: There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description conflict: It clashes with something that is there */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description validation-failed: Some values are not allowed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description too-many-requests: Too many requests */
            429: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description server-error: The server made a mistake */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unavailable: The server is busy */
            503: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
        };
    };
    listClients: {
        parameters: {
            query?: {
                /** @description Rows of a page */
                limit?: number;
                /** @description `next` of the page before; only with the same filters and the same order */
                cursor?: string;
                /** @description The beginning of a name, or a whole client id */
                search?: string;
                /** @description Only apps of this status */
                status?: "active" | "suspended";
                /** @description Only apps of this kind */
                kind?: "server" | "browser" | "native" | "machine";
                /** @description Only apps that somebody vouched for, or that nobody did */
                is_verified?: boolean;
                /** @description Only apps of the user with this employee number */
                owner?: string;
                /** @description The order; a minus turns it round */
                sort?: "created" | "-created" | "name" | "-name";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page */
            200: {
                headers: {
                    /** @description What is left, and until when */
                    RateLimit?: string;
                    /** @description How many requests in which time */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["ClientResource"][];
                        /** @description `cursor` of the next page; null on the last one */
                        next: string | null;
                    };
                };
            };
            /** @description malformed-request: The request could not be read; invalid-cursor: The cursor is not of this list */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unauthenticated: An access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description insufficient-scope: The access token does not open this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description validation-failed: Some values are not allowed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description too-many-requests: Too many requests */
            429: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description server-error: The server made a mistake */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unavailable: The server is busy */
            503: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
        };
    };
    createClient: {
        parameters: {
            query?: never;
            header?: {
                /** @description A random text: a repeat with the same one is done once */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewClient"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    /** @description What is left, and until when */
                    RateLimit?: string;
                    /** @description How many requests in which time */
                    "RateLimit-Policy"?: string;
                    /** @description The version; for If-Match */
                    ETag?: string;
                    /** @description What was made */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegisteredClientResource"];
                };
            };
            /** @description malformed-request: The request could not be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unauthenticated: An access token is needed; login-too-old: Sign in again for this */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description insufficient-scope: The access token does not open this; forbidden: This is above your rights */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description request-in-progress: The same request is still under way */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unsupported-media-type: JSON is needed */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description validation-failed: Some values are not allowed; idempotency-key-reused: The Idempotency-Key was used for something else */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description too-many-requests: Too many requests */
            429: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description server-error: The server made a mistake */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unavailable: The server is busy */
            503: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
        };
    };
    getClient: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    /** @description What is left, and until when */
                    RateLimit?: string;
                    /** @description How many requests in which time */
                    "RateLimit-Policy"?: string;
                    /** @description The version; for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClientDetail"];
                };
            };
            /** @description malformed-request: The request could not be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unauthenticated: An access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description insufficient-scope: The access token does not open this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description not-found: There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description validation-failed: Some values are not allowed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description too-many-requests: Too many requests */
            429: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description server-error: The server made a mistake */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unavailable: The server is busy */
            503: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
        };
    };
    deleteClient: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that was read, or * */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    /** @description What is left, and until when */
                    RateLimit?: string;
                    /** @description How many requests in which time */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description malformed-request: The request could not be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unauthenticated: An access token is needed; login-too-old: Sign in again for this */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description insufficient-scope: The access token does not open this; forbidden: This is above your rights */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description not-found: There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description precondition-failed: It was changed meanwhile */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description validation-failed: Some values are not allowed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description precondition-required: Say which version you change */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description too-many-requests: Too many requests */
            429: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description server-error: The server made a mistake */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unavailable: The server is busy */
            503: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
        };
    };
    updateClient: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that was read, or * */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClientPatch"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    /** @description What is left, and until when */
                    RateLimit?: string;
                    /** @description How many requests in which time */
                    "RateLimit-Policy"?: string;
                    /** @description The version; for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClientDetail"];
                };
            };
            /** @description malformed-request: The request could not be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unauthenticated: An access token is needed; login-too-old: Sign in again for this */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description insufficient-scope: The access token does not open this; forbidden: This is above your rights */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description not-found: There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description precondition-failed: It was changed meanwhile */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unsupported-media-type: JSON is needed */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description validation-failed: Some values are not allowed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description precondition-required: Say which version you change */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description too-many-requests: Too many requests */
            429: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description server-error: The server made a mistake */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unavailable: The server is busy */
            503: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
        };
    };
    listClientSecrets: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page */
            200: {
                headers: {
                    /** @description What is left, and until when */
                    RateLimit?: string;
                    /** @description How many requests in which time */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["ClientSecretResource"][];
                        /** @description `cursor` of the next page; null on the last one */
                        next: string | null;
                    };
                };
            };
            /** @description malformed-request: The request could not be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unauthenticated: An access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description insufficient-scope: The access token does not open this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description not-found: There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description validation-failed: Some values are not allowed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description too-many-requests: Too many requests */
            429: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description server-error: The server made a mistake */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unavailable: The server is busy */
            503: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
        };
    };
    createClientSecret: {
        parameters: {
            query?: never;
            header?: {
                /** @description A random text: a repeat with the same one is done once */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewClientSecret"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    /** @description What is left, and until when */
                    RateLimit?: string;
                    /** @description How many requests in which time */
                    "RateLimit-Policy"?: string;
                    /** @description What was made */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewClientSecretResource"];
                };
            };
            /** @description malformed-request: The request could not be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unauthenticated: An access token is needed; login-too-old: Sign in again for this */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description insufficient-scope: The access token does not open this; forbidden: This is above your rights */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description not-found: There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description conflict: It clashes with something that is there; request-in-progress: The same request is still under way */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unsupported-media-type: JSON is needed */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description validation-failed: Some values are not allowed; idempotency-key-reused: The Idempotency-Key was used for something else */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description too-many-requests: Too many requests */
            429: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description server-error: The server made a mistake */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unavailable: The server is busy */
            503: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
        };
    };
    getClientSecret: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                secretId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    /** @description What is left, and until when */
                    RateLimit?: string;
                    /** @description How many requests in which time */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClientSecretResource"];
                };
            };
            /** @description malformed-request: The request could not be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unauthenticated: An access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description insufficient-scope: The access token does not open this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description not-found: There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description validation-failed: Some values are not allowed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description too-many-requests: Too many requests */
            429: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description server-error: The server made a mistake */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unavailable: The server is busy */
            503: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
        };
    };
    deleteClientSecret: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                secretId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    /** @description What is left, and until when */
                    RateLimit?: string;
                    /** @description How many requests in which time */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description malformed-request: The request could not be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unauthenticated: An access token is needed; login-too-old: Sign in again for this */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description insufficient-scope: The access token does not open this; forbidden: This is above your rights */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description not-found: There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description conflict: It clashes with something that is there */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description validation-failed: Some values are not allowed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description too-many-requests: Too many requests */
            429: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description server-error: The server made a mistake */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unavailable: The server is busy */
            503: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
        };
    };
    exportConfiguration: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    /** @description What is left, and until when */
                    RateLimit?: string;
                    /** @description How many requests in which time */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConfigurationResource"];
                };
            };
            /** @description malformed-request: The request could not be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unauthenticated: An access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description insufficient-scope: The access token does not open this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description validation-failed: Some values are not allowed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description too-many-requests: Too many requests */
            429: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description server-error: The server made a mistake */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unavailable: The server is busy */
            503: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
        };
    };
    planConfiguration: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConfigurationBody"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    /** @description What is left, and until when */
                    RateLimit?: string;
                    /** @description How many requests in which time */
                    "RateLimit-Policy"?: string;
                    /** @description The version; for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConfigurationPlan"];
                };
            };
            /** @description malformed-request: The request could not be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unauthenticated: An access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description insufficient-scope: The access token does not open this; forbidden: This is above your rights */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description too-large: The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unsupported-media-type: JSON is needed */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description validation-failed: Some values are not allowed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description too-many-requests: Too many requests */
            429: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description server-error: The server made a mistake */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unavailable: The server is busy */
            503: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
        };
    };
    applyConfiguration: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that was read, or * */
                "If-Match": string;
                /** @description A random text: a repeat with the same one is done once */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConfigurationBody"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    /** @description What is left, and until when */
                    RateLimit?: string;
                    /** @description How many requests in which time */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConfigurationApplied"];
                };
            };
            /** @description malformed-request: The request could not be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConfigurationProblem"];
                };
            };
            /** @description unauthenticated: An access token is needed; login-too-old: Sign in again for this */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConfigurationProblem"];
                };
            };
            /** @description insufficient-scope: The access token does not open this; forbidden: This is above your rights */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConfigurationProblem"];
                };
            };
            /** @description conflict: It clashes with something that is there; request-in-progress: The same request is still under way */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConfigurationProblem"];
                };
            };
            /** @description precondition-failed: It was changed meanwhile */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConfigurationProblem"];
                };
            };
            /** @description too-large: The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConfigurationProblem"];
                };
            };
            /** @description unsupported-media-type: JSON is needed */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConfigurationProblem"];
                };
            };
            /** @description validation-failed: Some values are not allowed; idempotency-key-reused: The Idempotency-Key was used for something else */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConfigurationProblem"];
                };
            };
            /** @description precondition-required: Say which version you change */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConfigurationProblem"];
                };
            };
            /** @description too-many-requests: Too many requests */
            429: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConfigurationProblem"];
                };
            };
            /** @description server-error: The server made a mistake */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConfigurationProblem"];
                };
            };
            /** @description unavailable: The server is busy */
            503: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConfigurationProblem"];
                };
            };
        };
    };
    listConsents: {
        parameters: {
            query?: {
                /** @description Rows of a page */
                limit?: number;
                /** @description `next` of the page before; only with the same filters and the same order */
                cursor?: string;
                /** @description Only of the user with this id */
                user_id?: string;
                /** @description Only of the app with this client id */
                client_id?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page */
            200: {
                headers: {
                    /** @description What is left, and until when */
                    RateLimit?: string;
                    /** @description How many requests in which time */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["ConsentResource"][];
                        /** @description `cursor` of the next page; null on the last one */
                        next: string | null;
                    };
                };
            };
            /** @description malformed-request: The request could not be read; invalid-cursor: The cursor is not of this list */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unauthenticated: An access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description insufficient-scope: The access token does not open this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description validation-failed: Some values are not allowed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description too-many-requests: Too many requests */
            429: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description server-error: The server made a mistake */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unavailable: The server is busy */
            503: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
        };
    };
    getConsent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    /** @description What is left, and until when */
                    RateLimit?: string;
                    /** @description How many requests in which time */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConsentResource"];
                };
            };
            /** @description malformed-request: The request could not be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unauthenticated: An access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description insufficient-scope: The access token does not open this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description not-found: There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description validation-failed: Some values are not allowed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description too-many-requests: Too many requests */
            429: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description server-error: The server made a mistake */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unavailable: The server is busy */
            503: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
        };
    };
    withdrawConsent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    /** @description What is left, and until when */
                    RateLimit?: string;
                    /** @description How many requests in which time */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description malformed-request: The request could not be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unauthenticated: An access token is needed; login-too-old: Sign in again for this */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description insufficient-scope: The access token does not open this; forbidden: This is above your rights */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description not-found: There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description validation-failed: Some values are not allowed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description too-many-requests: Too many requests */
            429: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description server-error: The server made a mistake */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unavailable: The server is busy */
            503: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
        };
    };
    listGrants: {
        parameters: {
            query?: {
                /** @description Rows of a page */
                limit?: number;
                /** @description `next` of the page before; only with the same filters and the same order */
                cursor?: string;
                /** @description Only of the user with this id */
                user_id?: string;
                /** @description Only of the app with this client id */
                client_id?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page */
            200: {
                headers: {
                    /** @description What is left, and until when */
                    RateLimit?: string;
                    /** @description How many requests in which time */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["GrantResource"][];
                        /** @description `cursor` of the next page; null on the last one */
                        next: string | null;
                    };
                };
            };
            /** @description malformed-request: The request could not be read; invalid-cursor: The cursor is not of this list */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unauthenticated: An access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description insufficient-scope: The access token does not open this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description validation-failed: Some values are not allowed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description too-many-requests: Too many requests */
            429: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description server-error: The server made a mistake */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unavailable: The server is busy */
            503: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
        };
    };
    getGrant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    /** @description What is left, and until when */
                    RateLimit?: string;
                    /** @description How many requests in which time */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GrantResource"];
                };
            };
            /** @description malformed-request: The request could not be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unauthenticated: An access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description insufficient-scope: The access token does not open this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description not-found: There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description validation-failed: Some values are not allowed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description too-many-requests: Too many requests */
            429: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description server-error: The server made a mistake */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unavailable: The server is busy */
            503: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
        };
    };
    revokeGrant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    /** @description What is left, and until when */
                    RateLimit?: string;
                    /** @description How many requests in which time */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description malformed-request: The request could not be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unauthenticated: An access token is needed; login-too-old: Sign in again for this */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description insufficient-scope: The access token does not open this; forbidden: This is above your rights */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description not-found: There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description validation-failed: Some values are not allowed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description too-many-requests: Too many requests */
            429: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description server-error: The server made a mistake */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unavailable: The server is busy */
            503: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
        };
    };
    listTokens: {
        parameters: {
            query?: {
                /** @description Rows of a page */
                limit?: number;
                /** @description `next` of the page before; only with the same filters and the same order */
                cursor?: string;
                /** @description Only of the user with this id */
                user_id?: string;
                /** @description Only of the app with this client id */
                client_id?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page */
            200: {
                headers: {
                    /** @description What is left, and until when */
                    RateLimit?: string;
                    /** @description How many requests in which time */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["TokenResource"][];
                        /** @description `cursor` of the next page; null on the last one */
                        next: string | null;
                    };
                };
            };
            /** @description malformed-request: The request could not be read; invalid-cursor: The cursor is not of this list */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unauthenticated: An access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description insufficient-scope: The access token does not open this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description validation-failed: Some values are not allowed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description too-many-requests: Too many requests */
            429: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description server-error: The server made a mistake */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unavailable: The server is busy */
            503: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
        };
    };
    getToken: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    /** @description What is left, and until when */
                    RateLimit?: string;
                    /** @description How many requests in which time */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokenResource"];
                };
            };
            /** @description malformed-request: The request could not be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unauthenticated: An access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description insufficient-scope: The access token does not open this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description not-found: There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description validation-failed: Some values are not allowed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description too-many-requests: Too many requests */
            429: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description server-error: The server made a mistake */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unavailable: The server is busy */
            503: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
        };
    };
    revokeToken: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    /** @description What is left, and until when */
                    RateLimit?: string;
                    /** @description How many requests in which time */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description malformed-request: The request could not be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unauthenticated: An access token is needed; login-too-old: Sign in again for this */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description insufficient-scope: The access token does not open this; forbidden: This is above your rights */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description not-found: There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description validation-failed: Some values are not allowed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description too-many-requests: Too many requests */
            429: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description server-error: The server made a mistake */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unavailable: The server is busy */
            503: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
        };
    };
    revokeTokens: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TokenRevocationOrder"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    /** @description What is left, and until when */
                    RateLimit?: string;
                    /** @description How many requests in which time */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokenRevocation"];
                };
            };
            /** @description malformed-request: The request could not be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unauthenticated: An access token is needed; login-too-old: Sign in again for this */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description insufficient-scope: The access token does not open this; forbidden: This is above your rights */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unsupported-media-type: JSON is needed */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description validation-failed: Some values are not allowed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description too-many-requests: Too many requests */
            429: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description server-error: The server made a mistake */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unavailable: The server is busy */
            503: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
        };
    };
    listInitialAccessTokens: {
        parameters: {
            query?: {
                /** @description Rows of a page */
                limit?: number;
                /** @description `next` of the page before; only with the same filters and the same order */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page */
            200: {
                headers: {
                    /** @description What is left, and until when */
                    RateLimit?: string;
                    /** @description How many requests in which time */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["InitialAccessTokenResource"][];
                        /** @description `cursor` of the next page; null on the last one */
                        next: string | null;
                    };
                };
            };
            /** @description malformed-request: The request could not be read; invalid-cursor: The cursor is not of this list */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unauthenticated: An access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description insufficient-scope: The access token does not open this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description validation-failed: Some values are not allowed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description too-many-requests: Too many requests */
            429: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description server-error: The server made a mistake */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unavailable: The server is busy */
            503: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
        };
    };
    createInitialAccessToken: {
        parameters: {
            query?: never;
            header?: {
                /** @description A random text: a repeat with the same one is done once */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewInitialAccessTokenOrder"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    /** @description What is left, and until when */
                    RateLimit?: string;
                    /** @description How many requests in which time */
                    "RateLimit-Policy"?: string;
                    /** @description What was made */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewInitialAccessTokenResource"];
                };
            };
            /** @description malformed-request: The request could not be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unauthenticated: An access token is needed; login-too-old: Sign in again for this */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description insufficient-scope: The access token does not open this; forbidden: This is above your rights */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description request-in-progress: The same request is still under way */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unsupported-media-type: JSON is needed */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description validation-failed: Some values are not allowed; idempotency-key-reused: The Idempotency-Key was used for something else */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description too-many-requests: Too many requests */
            429: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description server-error: The server made a mistake */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unavailable: The server is busy */
            503: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
        };
    };
    getInitialAccessToken: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    /** @description What is left, and until when */
                    RateLimit?: string;
                    /** @description How many requests in which time */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InitialAccessTokenResource"];
                };
            };
            /** @description malformed-request: The request could not be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unauthenticated: An access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description insufficient-scope: The access token does not open this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description not-found: There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description validation-failed: Some values are not allowed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description too-many-requests: Too many requests */
            429: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description server-error: The server made a mistake */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unavailable: The server is busy */
            503: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
        };
    };
    revokeInitialAccessToken: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    /** @description What is left, and until when */
                    RateLimit?: string;
                    /** @description How many requests in which time */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description malformed-request: The request could not be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unauthenticated: An access token is needed; login-too-old: Sign in again for this */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description insufficient-scope: The access token does not open this; forbidden: This is above your rights */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description not-found: There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description validation-failed: Some values are not allowed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description too-many-requests: Too many requests */
            429: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description server-error: The server made a mistake */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unavailable: The server is busy */
            503: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
        };
    };
    listInvitations: {
        parameters: {
            query?: {
                /** @description Rows of a page */
                limit?: number;
                /** @description `next` of the page before; only with the same filters and the same order */
                cursor?: string;
                /** @description Only invitations of this state */
                state?: "pending" | "accepted" | "expired" | "withdrawn";
                /** @description The beginning of an e-mail address */
                search?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page */
            200: {
                headers: {
                    /** @description What is left, and until when */
                    RateLimit?: string;
                    /** @description How many requests in which time */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["InvitationResource"][];
                        /** @description `cursor` of the next page; null on the last one */
                        next: string | null;
                    };
                };
            };
            /** @description malformed-request: The request could not be read; invalid-cursor: The cursor is not of this list */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unauthenticated: An access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description insufficient-scope: The access token does not open this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description validation-failed: Some values are not allowed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description too-many-requests: Too many requests */
            429: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description server-error: The server made a mistake */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unavailable: The server is busy */
            503: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
        };
    };
    createInvitation: {
        parameters: {
            query?: never;
            header?: {
                /** @description A random text: a repeat with the same one is done once */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InvitationOrder"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    /** @description What is left, and until when */
                    RateLimit?: string;
                    /** @description How many requests in which time */
                    "RateLimit-Policy"?: string;
                    /** @description What was made */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitationResource"];
                };
            };
            /** @description malformed-request: The request could not be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unauthenticated: An access token is needed; login-too-old: Sign in again for this */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description insufficient-scope: The access token does not open this; forbidden: This is above your rights */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description conflict: It clashes with something that is there; request-in-progress: The same request is still under way */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unsupported-media-type: JSON is needed */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description validation-failed: Some values are not allowed; idempotency-key-reused: The Idempotency-Key was used for something else */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description too-many-requests: Too many requests */
            429: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description server-error: The server made a mistake */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unavailable: The server is busy */
            503: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
        };
    };
    getInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    /** @description What is left, and until when */
                    RateLimit?: string;
                    /** @description How many requests in which time */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitationResource"];
                };
            };
            /** @description malformed-request: The request could not be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unauthenticated: An access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description insufficient-scope: The access token does not open this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description not-found: There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description validation-failed: Some values are not allowed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description too-many-requests: Too many requests */
            429: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description server-error: The server made a mistake */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unavailable: The server is busy */
            503: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
        };
    };
    resendInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    /** @description What is left, and until when */
                    RateLimit?: string;
                    /** @description How many requests in which time */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitationResource"];
                };
            };
            /** @description malformed-request: The request could not be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unauthenticated: An access token is needed; login-too-old: Sign in again for this */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description insufficient-scope: The access token does not open this; forbidden: This is above your rights */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description not-found: There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description conflict: It clashes with something that is there */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description validation-failed: Some values are not allowed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description too-many-requests: Too many requests */
            429: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description server-error: The server made a mistake */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unavailable: The server is busy */
            503: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
        };
    };
    withdrawInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    /** @description What is left, and until when */
                    RateLimit?: string;
                    /** @description How many requests in which time */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitationResource"];
                };
            };
            /** @description malformed-request: The request could not be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unauthenticated: An access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description insufficient-scope: The access token does not open this; forbidden: This is above your rights */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description not-found: There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description conflict: It clashes with something that is there */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description validation-failed: Some values are not allowed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description too-many-requests: Too many requests */
            429: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description server-error: The server made a mistake */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unavailable: The server is busy */
            503: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
        };
    };
    listKeys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page */
            200: {
                headers: {
                    /** @description What is left, and until when */
                    RateLimit?: string;
                    /** @description How many requests in which time */
                    "RateLimit-Policy"?: string;
                    /** @description The version; for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["KeyResource"][];
                        /** @description `cursor` of the next page; null on the last one */
                        next: string | null;
                    };
                };
            };
            /** @description malformed-request: The request could not be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unauthenticated: An access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description insufficient-scope: The access token does not open this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description validation-failed: Some values are not allowed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description too-many-requests: Too many requests */
            429: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description server-error: The server made a mistake */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unavailable: The server is busy */
            503: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
        };
    };
    rotateKeys: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that was read, or * */
                "If-Match": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["KeyRotationOrder"];
            };
        };
        responses: {
            /** @description One page */
            200: {
                headers: {
                    /** @description What is left, and until when */
                    RateLimit?: string;
                    /** @description How many requests in which time */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["KeyResource"][];
                        /** @description `cursor` of the next page; null on the last one */
                        next: string | null;
                    };
                };
            };
            /** @description malformed-request: The request could not be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unauthenticated: An access token is needed; login-too-old: Sign in again for this */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description insufficient-scope: The access token does not open this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description conflict: It clashes with something that is there */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description precondition-failed: It was changed meanwhile */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unsupported-media-type: JSON is needed */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description validation-failed: Some values are not allowed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description precondition-required: Say which version you change */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description too-many-requests: Too many requests */
            429: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description server-error: The server made a mistake */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unavailable: The server is busy */
            503: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
        };
    };
    revokeKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kid: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    /** @description What is left, and until when */
                    RateLimit?: string;
                    /** @description How many requests in which time */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeyResource"];
                };
            };
            /** @description malformed-request: The request could not be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unauthenticated: An access token is needed; login-too-old: Sign in again for this */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description insufficient-scope: The access token does not open this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description not-found: There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description conflict: It clashes with something that is there */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description validation-failed: Some values are not allowed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description too-many-requests: Too many requests */
            429: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description server-error: The server made a mistake */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unavailable: The server is busy */
            503: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
        };
    };
    listResources: {
        parameters: {
            query?: {
                /** @description Rows of a page */
                limit?: number;
                /** @description `next` of the page before; only with the same filters and the same order */
                cursor?: string;
                /** @description The beginning of a name or an identifier */
                search?: string;
                /** @description Only resource servers of this status */
                status?: "active" | "suspended";
                /** @description The order; a minus turns it round */
                sort?: "name" | "-name" | "identifier" | "-identifier" | "created" | "-created";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page */
            200: {
                headers: {
                    /** @description What is left, and until when */
                    RateLimit?: string;
                    /** @description How many requests in which time */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["ResourceServerResource"][];
                        /** @description `cursor` of the next page; null on the last one */
                        next: string | null;
                    };
                };
            };
            /** @description malformed-request: The request could not be read; invalid-cursor: The cursor is not of this list */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unauthenticated: An access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description insufficient-scope: The access token does not open this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description validation-failed: Some values are not allowed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description too-many-requests: Too many requests */
            429: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description server-error: The server made a mistake */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unavailable: The server is busy */
            503: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
        };
    };
    createResource: {
        parameters: {
            query?: never;
            header?: {
                /** @description A random text: a repeat with the same one is done once */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewResourceBody"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    /** @description What is left, and until when */
                    RateLimit?: string;
                    /** @description How many requests in which time */
                    "RateLimit-Policy"?: string;
                    /** @description The version; for If-Match */
                    ETag?: string;
                    /** @description What was made */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResourceServerResource"];
                };
            };
            /** @description malformed-request: The request could not be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unauthenticated: An access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description insufficient-scope: The access token does not open this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description conflict: It clashes with something that is there; request-in-progress: The same request is still under way */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unsupported-media-type: JSON is needed */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description validation-failed: Some values are not allowed; idempotency-key-reused: The Idempotency-Key was used for something else */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description too-many-requests: Too many requests */
            429: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description server-error: The server made a mistake */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unavailable: The server is busy */
            503: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
        };
    };
    getResource: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    /** @description What is left, and until when */
                    RateLimit?: string;
                    /** @description How many requests in which time */
                    "RateLimit-Policy"?: string;
                    /** @description The version; for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResourceServerDetail"];
                };
            };
            /** @description malformed-request: The request could not be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unauthenticated: An access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description insufficient-scope: The access token does not open this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description not-found: There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description validation-failed: Some values are not allowed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description too-many-requests: Too many requests */
            429: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description server-error: The server made a mistake */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unavailable: The server is busy */
            503: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
        };
    };
    deleteResource: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that was read, or * */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    /** @description What is left, and until when */
                    RateLimit?: string;
                    /** @description How many requests in which time */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResourceDeletion"];
                };
            };
            /** @description malformed-request: The request could not be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unauthenticated: An access token is needed; login-too-old: Sign in again for this */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description insufficient-scope: The access token does not open this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description not-found: There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description precondition-failed: It was changed meanwhile */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description validation-failed: Some values are not allowed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description precondition-required: Say which version you change */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description too-many-requests: Too many requests */
            429: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description server-error: The server made a mistake */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unavailable: The server is busy */
            503: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
        };
    };
    updateResource: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that was read, or * */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResourcePatch"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    /** @description What is left, and until when */
                    RateLimit?: string;
                    /** @description How many requests in which time */
                    "RateLimit-Policy"?: string;
                    /** @description The version; for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResourceServerResource"];
                };
            };
            /** @description malformed-request: The request could not be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unauthenticated: An access token is needed; login-too-old: Sign in again for this */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description insufficient-scope: The access token does not open this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description not-found: There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description precondition-failed: It was changed meanwhile */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unsupported-media-type: JSON is needed */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description validation-failed: Some values are not allowed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description precondition-required: Say which version you change */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description too-many-requests: Too many requests */
            429: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description server-error: The server made a mistake */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unavailable: The server is busy */
            503: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
        };
    };
    listScopes: {
        parameters: {
            query?: {
                /** @description Rows of a page */
                limit?: number;
                /** @description `next` of the page before; only with the same filters and the same order */
                cursor?: string;
                /** @description The beginning of a name */
                search?: string;
                /** @description Only scopes of the resource server with this id */
                resource_id?: string;
                /** @description Only scopes of this sensitivity */
                sensitivity?: "normal" | "sensitive";
                /** @description In place of those that were defined, the ones that are built in; they have one page and no filters */
                is_built_in?: boolean;
                /** @description The order; a minus turns it round */
                sort?: "name" | "-name" | "created" | "-created";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page */
            200: {
                headers: {
                    /** @description What is left, and until when */
                    RateLimit?: string;
                    /** @description How many requests in which time */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["ScopeResource"][];
                        /** @description `cursor` of the next page; null on the last one */
                        next: string | null;
                    };
                };
            };
            /** @description malformed-request: The request could not be read; invalid-cursor: The cursor is not of this list */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unauthenticated: An access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description insufficient-scope: The access token does not open this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description validation-failed: Some values are not allowed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description too-many-requests: Too many requests */
            429: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description server-error: The server made a mistake */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unavailable: The server is busy */
            503: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
        };
    };
    createScope: {
        parameters: {
            query?: never;
            header?: {
                /** @description A random text: a repeat with the same one is done once */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewScopeBody"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    /** @description What is left, and until when */
                    RateLimit?: string;
                    /** @description How many requests in which time */
                    "RateLimit-Policy"?: string;
                    /** @description The version; for If-Match */
                    ETag?: string;
                    /** @description What was made */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScopeResource"];
                };
            };
            /** @description malformed-request: The request could not be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unauthenticated: An access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description insufficient-scope: The access token does not open this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description conflict: It clashes with something that is there; request-in-progress: The same request is still under way */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unsupported-media-type: JSON is needed */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description validation-failed: Some values are not allowed; idempotency-key-reused: The Idempotency-Key was used for something else */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description too-many-requests: Too many requests */
            429: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description server-error: The server made a mistake */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unavailable: The server is busy */
            503: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
        };
    };
    getScope: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    /** @description What is left, and until when */
                    RateLimit?: string;
                    /** @description How many requests in which time */
                    "RateLimit-Policy"?: string;
                    /** @description The version; for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScopeDetailResource"];
                };
            };
            /** @description malformed-request: The request could not be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unauthenticated: An access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description insufficient-scope: The access token does not open this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description not-found: There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description validation-failed: Some values are not allowed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description too-many-requests: Too many requests */
            429: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description server-error: The server made a mistake */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unavailable: The server is busy */
            503: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
        };
    };
    deleteScope: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that was read, or * */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    /** @description What is left, and until when */
                    RateLimit?: string;
                    /** @description How many requests in which time */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScopeDeletion"];
                };
            };
            /** @description malformed-request: The request could not be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unauthenticated: An access token is needed; login-too-old: Sign in again for this */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description insufficient-scope: The access token does not open this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description not-found: There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description conflict: It clashes with something that is there */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description precondition-failed: It was changed meanwhile */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description validation-failed: Some values are not allowed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description precondition-required: Say which version you change */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description too-many-requests: Too many requests */
            429: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description server-error: The server made a mistake */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unavailable: The server is busy */
            503: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
        };
    };
    updateScope: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that was read, or * */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ScopePatch"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    /** @description What is left, and until when */
                    RateLimit?: string;
                    /** @description How many requests in which time */
                    "RateLimit-Policy"?: string;
                    /** @description The version; for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScopeResource"];
                };
            };
            /** @description malformed-request: The request could not be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unauthenticated: An access token is needed; login-too-old: Sign in again for this */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description insufficient-scope: The access token does not open this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description not-found: There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description conflict: It clashes with something that is there */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description precondition-failed: It was changed meanwhile */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unsupported-media-type: JSON is needed */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description validation-failed: Some values are not allowed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description precondition-required: Say which version you change */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description too-many-requests: Too many requests */
            429: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description server-error: The server made a mistake */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unavailable: The server is busy */
            503: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
        };
    };
    allowScope: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ScopeClientBody"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    /** @description What is left, and until when */
                    RateLimit?: string;
                    /** @description How many requests in which time */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description malformed-request: The request could not be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unauthenticated: An access token is needed; login-too-old: Sign in again for this */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description insufficient-scope: The access token does not open this; forbidden: This is above your rights */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description not-found: There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description conflict: It clashes with something that is there */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unsupported-media-type: JSON is needed */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description validation-failed: Some values are not allowed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description too-many-requests: Too many requests */
            429: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description server-error: The server made a mistake */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unavailable: The server is busy */
            503: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
        };
    };
    disallowScope: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                client_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    /** @description What is left, and until when */
                    RateLimit?: string;
                    /** @description How many requests in which time */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description malformed-request: The request could not be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unauthenticated: An access token is needed; login-too-old: Sign in again for this */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description insufficient-scope: The access token does not open this; forbidden: This is above your rights */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description not-found: There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description conflict: It clashes with something that is there */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description validation-failed: Some values are not allowed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description too-many-requests: Too many requests */
            429: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description server-error: The server made a mistake */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unavailable: The server is busy */
            503: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
        };
    };
    listSessions: {
        parameters: {
            query?: {
                /** @description Rows of a page */
                limit?: number;
                /** @description `next` of the page before; only with the same filters and the same order */
                cursor?: string;
                /** @description Only sessions of the user with this id */
                user_id?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page */
            200: {
                headers: {
                    /** @description What is left, and until when */
                    RateLimit?: string;
                    /** @description How many requests in which time */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["SessionResource"][];
                        /** @description `cursor` of the next page; null on the last one */
                        next: string | null;
                    };
                };
            };
            /** @description malformed-request: The request could not be read; invalid-cursor: The cursor is not of this list */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unauthenticated: An access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description insufficient-scope: The access token does not open this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description validation-failed: Some values are not allowed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description too-many-requests: Too many requests */
            429: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description server-error: The server made a mistake */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unavailable: The server is busy */
            503: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
        };
    };
    getSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    /** @description What is left, and until when */
                    RateLimit?: string;
                    /** @description How many requests in which time */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionResource"];
                };
            };
            /** @description malformed-request: The request could not be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unauthenticated: An access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description insufficient-scope: The access token does not open this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description not-found: There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description validation-failed: Some values are not allowed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description too-many-requests: Too many requests */
            429: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description server-error: The server made a mistake */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unavailable: The server is busy */
            503: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
        };
    };
    endSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    /** @description What is left, and until when */
                    RateLimit?: string;
                    /** @description How many requests in which time */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description malformed-request: The request could not be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unauthenticated: An access token is needed; login-too-old: Sign in again for this */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description insufficient-scope: The access token does not open this; forbidden: This is above your rights */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description not-found: There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description validation-failed: Some values are not allowed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description too-many-requests: Too many requests */
            429: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description server-error: The server made a mistake */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unavailable: The server is busy */
            503: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
        };
    };
    listSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page */
            200: {
                headers: {
                    /** @description What is left, and until when */
                    RateLimit?: string;
                    /** @description How many requests in which time */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["SettingResource"][];
                        /** @description `cursor` of the next page; null on the last one */
                        next: string | null;
                    };
                };
            };
            /** @description malformed-request: The request could not be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unauthenticated: An access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description insufficient-scope: The access token does not open this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description validation-failed: Some values are not allowed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description too-many-requests: Too many requests */
            429: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description server-error: The server made a mistake */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unavailable: The server is busy */
            503: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
        };
    };
    getSetting: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    /** @description What is left, and until when */
                    RateLimit?: string;
                    /** @description How many requests in which time */
                    "RateLimit-Policy"?: string;
                    /** @description The version; for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SettingResource"];
                };
            };
            /** @description malformed-request: The request could not be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unauthenticated: An access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description insufficient-scope: The access token does not open this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description not-found: There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description validation-failed: Some values are not allowed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description too-many-requests: Too many requests */
            429: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description server-error: The server made a mistake */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unavailable: The server is busy */
            503: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
        };
    };
    resetSetting: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that was read, or * */
                "If-Match": string;
            };
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    /** @description What is left, and until when */
                    RateLimit?: string;
                    /** @description How many requests in which time */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description malformed-request: The request could not be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unauthenticated: An access token is needed; login-too-old: Sign in again for this */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description insufficient-scope: The access token does not open this; forbidden: This is above your rights */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description not-found: There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description conflict: It clashes with something that is there */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description precondition-failed: It was changed meanwhile */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description validation-failed: Some values are not allowed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description precondition-required: Say which version you change */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description too-many-requests: Too many requests */
            429: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description server-error: The server made a mistake */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unavailable: The server is busy */
            503: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
        };
    };
    updateSetting: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that was read, or * */
                "If-Match": string;
            };
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SettingPatch"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    /** @description What is left, and until when */
                    RateLimit?: string;
                    /** @description How many requests in which time */
                    "RateLimit-Policy"?: string;
                    /** @description The version; for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SettingResource"];
                };
            };
            /** @description malformed-request: The request could not be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unauthenticated: An access token is needed; login-too-old: Sign in again for this */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description insufficient-scope: The access token does not open this; forbidden: This is above your rights */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description not-found: There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description conflict: It clashes with something that is there */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description precondition-failed: It was changed meanwhile */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unsupported-media-type: JSON is needed */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description validation-failed: Some values are not allowed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description precondition-required: Say which version you change */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description too-many-requests: Too many requests */
            429: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description server-error: The server made a mistake */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unavailable: The server is busy */
            503: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
        };
    };
    getLatency: {
        parameters: {
            query?: {
                /** @description From this time on, of which the whole hour or day counts; by default a day or 30 days before `until` */
                since?: string;
                /** @description Before this time, of which the whole hour or day counts; by default now */
                until?: string;
                /** @description Hours, of 31 days at most, or days, of 400 at most */
                interval?: "hour" | "day";
                /** @description Whose days: an IANA time zone */
                time_zone?: string;
                /** @description Of which endpoint */
                endpoint?: "authorize" | "token" | "introspect" | "revoke" | "userinfo" | "login" | "api";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    /** @description What is left, and until when */
                    RateLimit?: string;
                    /** @description How many requests in which time */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SeriesResource"];
                };
            };
            /** @description malformed-request: The request could not be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unauthenticated: An access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description insufficient-scope: The access token does not open this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description validation-failed: Some values are not allowed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description too-many-requests: Too many requests */
            429: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description server-error: The server made a mistake */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unavailable: The server is busy */
            503: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
        };
    };
    getTopClients: {
        parameters: {
            query?: {
                /** @description From this time on, of which the whole hour or day counts; by default a day or 30 days before `until` */
                since?: string;
                /** @description Before this time, of which the whole hour or day counts; by default now */
                until?: string;
                /** @description Hours, of 31 days at most, or days, of 400 at most */
                interval?: "hour" | "day";
                /** @description Whose days: an IANA time zone */
                time_zone?: string;
                /** @description By what they are ordered */
                by?: "tokens" | "sign-ins";
                /** @description How many */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    /** @description What is left, and until when */
                    RateLimit?: string;
                    /** @description How many requests in which time */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TopClientsResource"];
                };
            };
            /** @description malformed-request: The request could not be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unauthenticated: An access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description insufficient-scope: The access token does not open this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description validation-failed: Some values are not allowed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description too-many-requests: Too many requests */
            429: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description server-error: The server made a mistake */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unavailable: The server is busy */
            503: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
        };
    };
    getStatistics: {
        parameters: {
            query?: {
                /** @description From this time on, of which the whole hour or day counts; by default a day or 30 days before `until` */
                since?: string;
                /** @description Before this time, of which the whole hour or day counts; by default now */
                until?: string;
                /** @description Hours, of 31 days at most, or days, of 400 at most */
                interval?: "hour" | "day";
                /** @description Whose days: an IANA time zone */
                time_zone?: string;
            };
            header?: never;
            path: {
                name: "sign-ins" | "tokens" | "token-failures" | "new-users" | "new-clients" | "active-users";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    /** @description What is left, and until when */
                    RateLimit?: string;
                    /** @description How many requests in which time */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SeriesResource"];
                };
            };
            /** @description malformed-request: The request could not be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unauthenticated: An access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description insufficient-scope: The access token does not open this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description not-found: There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description validation-failed: Some values are not allowed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description too-many-requests: Too many requests */
            429: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description server-error: The server made a mistake */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unavailable: The server is busy */
            503: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
        };
    };
    listUserBulkOperations: {
        parameters: {
            query?: {
                /** @description Rows of a page */
                limit?: number;
                /** @description `next` of the page before; only with the same filters and the same order */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page */
            200: {
                headers: {
                    /** @description What is left, and until when */
                    RateLimit?: string;
                    /** @description How many requests in which time */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["BulkOperationResource"][];
                        /** @description `cursor` of the next page; null on the last one */
                        next: string | null;
                    };
                };
            };
            /** @description malformed-request: The request could not be read; invalid-cursor: The cursor is not of this list */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unauthenticated: An access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description insufficient-scope: The access token does not open this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description validation-failed: Some values are not allowed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description too-many-requests: Too many requests */
            429: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description server-error: The server made a mistake */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unavailable: The server is busy */
            503: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
        };
    };
    beginUserBulkOperation: {
        parameters: {
            query?: never;
            header?: {
                /** @description A random text: a repeat with the same one is done once */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UserBulkOrder"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    /** @description What is left, and until when */
                    RateLimit?: string;
                    /** @description How many requests in which time */
                    "RateLimit-Policy"?: string;
                    /** @description What was made */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkOperationDetail"];
                };
            };
            /** @description malformed-request: The request could not be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unauthenticated: An access token is needed; login-too-old: Sign in again for this */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description insufficient-scope: The access token does not open this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description conflict: It clashes with something that is there; request-in-progress: The same request is still under way */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unsupported-media-type: JSON is needed */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description validation-failed: Some values are not allowed; idempotency-key-reused: The Idempotency-Key was used for something else */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description too-many-requests: Too many requests */
            429: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description server-error: The server made a mistake */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unavailable: The server is busy */
            503: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
        };
    };
    getUserBulkOperation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    /** @description What is left, and until when */
                    RateLimit?: string;
                    /** @description How many requests in which time */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkOperationDetail"];
                };
            };
            /** @description malformed-request: The request could not be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unauthenticated: An access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description insufficient-scope: The access token does not open this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description not-found: There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description validation-failed: Some values are not allowed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description too-many-requests: Too many requests */
            429: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description server-error: The server made a mistake */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unavailable: The server is busy */
            503: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
        };
    };
    cancelUserBulkOperation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    /** @description What is left, and until when */
                    RateLimit?: string;
                    /** @description How many requests in which time */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkOperationDetail"];
                };
            };
            /** @description malformed-request: The request could not be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unauthenticated: An access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description insufficient-scope: The access token does not open this; forbidden: This is above your rights */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description not-found: There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description conflict: It clashes with something that is there */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description validation-failed: Some values are not allowed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description too-many-requests: Too many requests */
            429: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description server-error: The server made a mistake */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unavailable: The server is busy */
            503: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
        };
    };
    listUserImports: {
        parameters: {
            query?: {
                /** @description Rows of a page */
                limit?: number;
                /** @description `next` of the page before; only with the same filters and the same order */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page */
            200: {
                headers: {
                    /** @description What is left, and until when */
                    RateLimit?: string;
                    /** @description How many requests in which time */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["UserImportResource"][];
                        /** @description `cursor` of the next page; null on the last one */
                        next: string | null;
                    };
                };
            };
            /** @description malformed-request: The request could not be read; invalid-cursor: The cursor is not of this list */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unauthenticated: An access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description insufficient-scope: The access token does not open this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description validation-failed: Some values are not allowed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description too-many-requests: Too many requests */
            429: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description server-error: The server made a mistake */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unavailable: The server is busy */
            503: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
        };
    };
    createUserImport: {
        parameters: {
            query?: never;
            header?: {
                /** @description A random text: a repeat with the same one is done once */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewUserImport"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    /** @description What is left, and until when */
                    RateLimit?: string;
                    /** @description How many requests in which time */
                    "RateLimit-Policy"?: string;
                    /** @description What was made */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserImportResource"];
                };
            };
            /** @description malformed-request: The request could not be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unauthenticated: An access token is needed; login-too-old: Sign in again for this */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description insufficient-scope: The access token does not open this; forbidden: This is above your rights */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description request-in-progress: The same request is still under way */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unsupported-media-type: JSON is needed */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description validation-failed: Some values are not allowed; idempotency-key-reused: The Idempotency-Key was used for something else */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description too-many-requests: Too many requests */
            429: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description server-error: The server made a mistake */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unavailable: The server is busy */
            503: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
        };
    };
    getUserImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    /** @description What is left, and until when */
                    RateLimit?: string;
                    /** @description How many requests in which time */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserImportResource"];
                };
            };
            /** @description malformed-request: The request could not be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unauthenticated: An access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description insufficient-scope: The access token does not open this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description not-found: There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description validation-failed: Some values are not allowed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description too-many-requests: Too many requests */
            429: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description server-error: The server made a mistake */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unavailable: The server is busy */
            503: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
        };
    };
    deleteUserImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    /** @description What is left, and until when */
                    RateLimit?: string;
                    /** @description How many requests in which time */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description malformed-request: The request could not be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unauthenticated: An access token is needed; login-too-old: Sign in again for this */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description insufficient-scope: The access token does not open this; forbidden: This is above your rights */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description not-found: There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description validation-failed: Some values are not allowed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description too-many-requests: Too many requests */
            429: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description server-error: The server made a mistake */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unavailable: The server is busy */
            503: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
        };
    };
    listUserImportErrors: {
        parameters: {
            query?: {
                /** @description Rows of a page */
                limit?: number;
                /** @description `next` of the page before; only with the same filters and the same order */
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page */
            200: {
                headers: {
                    /** @description What is left, and until when */
                    RateLimit?: string;
                    /** @description How many requests in which time */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["UserImportErrorResource"][];
                        /** @description `cursor` of the next page; null on the last one */
                        next: string | null;
                    };
                };
            };
            /** @description malformed-request: The request could not be read; invalid-cursor: The cursor is not of this list */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unauthenticated: An access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description insufficient-scope: The access token does not open this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description not-found: There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description validation-failed: Some values are not allowed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description too-many-requests: Too many requests */
            429: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description server-error: The server made a mistake */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unavailable: The server is busy */
            503: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
        };
    };
    addUserImportPart: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NextPart"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    /** @description What is left, and until when */
                    RateLimit?: string;
                    /** @description How many requests in which time */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserImportResource"];
                };
            };
            /** @description malformed-request: The request could not be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unauthenticated: An access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description insufficient-scope: The access token does not open this; forbidden: This is above your rights */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description not-found: There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description conflict: It clashes with something that is there */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description validation-failed: Some values are not allowed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description too-many-requests: Too many requests */
            429: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description server-error: The server made a mistake */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unavailable: The server is busy */
            503: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
        };
    };
    listUsers: {
        parameters: {
            query?: {
                /** @description Rows of a page */
                limit?: number;
                /** @description `next` of the page before; only with the same filters and the same order */
                cursor?: string;
                /** @description The beginning of a user name, an e-mail address or an employee number */
                search?: string;
                /** @description Only users of this role */
                role?: "user" | "auditor" | "support" | "admin" | "owner";
                /** @description Only users of this status */
                status?: "active" | "disabled";
                /** @description The order; a minus turns it round */
                sort?: "created" | "-created" | "username" | "-username" | "email" | "-email";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page */
            200: {
                headers: {
                    /** @description What is left, and until when */
                    RateLimit?: string;
                    /** @description How many requests in which time */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["UserResource"][];
                        /** @description `cursor` of the next page; null on the last one */
                        next: string | null;
                    };
                };
            };
            /** @description malformed-request: The request could not be read; invalid-cursor: The cursor is not of this list */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unauthenticated: An access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description insufficient-scope: The access token does not open this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description validation-failed: Some values are not allowed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description too-many-requests: Too many requests */
            429: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description server-error: The server made a mistake */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unavailable: The server is busy */
            503: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
        };
    };
    createUser: {
        parameters: {
            query?: never;
            header?: {
                /** @description A random text: a repeat with the same one is done once */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewUser"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    /** @description What is left, and until when */
                    RateLimit?: string;
                    /** @description How many requests in which time */
                    "RateLimit-Policy"?: string;
                    /** @description The version; for If-Match */
                    ETag?: string;
                    /** @description What was made */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserResource"];
                };
            };
            /** @description malformed-request: The request could not be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unauthenticated: An access token is needed; login-too-old: Sign in again for this */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description insufficient-scope: The access token does not open this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description conflict: It clashes with something that is there; request-in-progress: The same request is still under way */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unsupported-media-type: JSON is needed */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description validation-failed: Some values are not allowed; idempotency-key-reused: The Idempotency-Key was used for something else */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description too-many-requests: Too many requests */
            429: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description server-error: The server made a mistake */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unavailable: The server is busy */
            503: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
        };
    };
    getUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    /** @description What is left, and until when */
                    RateLimit?: string;
                    /** @description How many requests in which time */
                    "RateLimit-Policy"?: string;
                    /** @description The version; for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserResource"];
                };
            };
            /** @description malformed-request: The request could not be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unauthenticated: An access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description insufficient-scope: The access token does not open this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description not-found: There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description validation-failed: Some values are not allowed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description too-many-requests: Too many requests */
            429: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description server-error: The server made a mistake */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unavailable: The server is busy */
            503: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
        };
    };
    deleteUser: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that was read, or * */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    /** @description What is left, and until when */
                    RateLimit?: string;
                    /** @description How many requests in which time */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description malformed-request: The request could not be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unauthenticated: An access token is needed; login-too-old: Sign in again for this */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description insufficient-scope: The access token does not open this; forbidden: This is above your rights */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description not-found: There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description precondition-failed: It was changed meanwhile */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description validation-failed: Some values are not allowed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description precondition-required: Say which version you change */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description too-many-requests: Too many requests */
            429: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description server-error: The server made a mistake */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unavailable: The server is busy */
            503: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
        };
    };
    updateUser: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that was read, or * */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UserPatch"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    /** @description What is left, and until when */
                    RateLimit?: string;
                    /** @description How many requests in which time */
                    "RateLimit-Policy"?: string;
                    /** @description The version; for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserResource"];
                };
            };
            /** @description malformed-request: The request could not be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unauthenticated: An access token is needed; login-too-old: Sign in again for this */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description insufficient-scope: The access token does not open this; forbidden: This is above your rights */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description not-found: There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description precondition-failed: It was changed meanwhile */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description validation-failed: Some values are not allowed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description precondition-required: Say which version you change */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description too-many-requests: Too many requests */
            429: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description server-error: The server made a mistake */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unavailable: The server is busy */
            503: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
        };
    };
    signOutUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    /** @description What is left, and until when */
                    RateLimit?: string;
                    /** @description How many requests in which time */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description malformed-request: The request could not be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unauthenticated: An access token is needed; login-too-old: Sign in again for this */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description insufficient-scope: The access token does not open this; forbidden: This is above your rights */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description not-found: There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description validation-failed: Some values are not allowed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description too-many-requests: Too many requests */
            429: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description server-error: The server made a mistake */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unavailable: The server is busy */
            503: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
        };
    };
    resetPasswordOfUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    /** @description What is left, and until when */
                    RateLimit?: string;
                    /** @description How many requests in which time */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description malformed-request: The request could not be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unauthenticated: An access token is needed; login-too-old: Sign in again for this */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description insufficient-scope: The access token does not open this; forbidden: This is above your rights */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description not-found: There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description conflict: It clashes with something that is there */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description validation-failed: Some values are not allowed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description too-many-requests: Too many requests */
            429: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description server-error: The server made a mistake */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unavailable: The server is busy */
            503: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
        };
    };
    listWebhookDeliveries: {
        parameters: {
            query?: {
                /** @description Rows of a page */
                limit?: number;
                /** @description `next` of the page before; only with the same filters and the same order */
                cursor?: string;
                /** @description Only deliveries in this state */
                state?: "pending" | "delivered" | "dead";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page */
            200: {
                headers: {
                    /** @description What is left, and until when */
                    RateLimit?: string;
                    /** @description How many requests in which time */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["WebhookDeliveryResource"][];
                        /** @description `cursor` of the next page; null on the last one */
                        next: string | null;
                    };
                };
            };
            /** @description malformed-request: The request could not be read; invalid-cursor: The cursor is not of this list */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unauthenticated: An access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description insufficient-scope: The access token does not open this; forbidden: This is above your rights */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description not-found: There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description validation-failed: Some values are not allowed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description too-many-requests: Too many requests */
            429: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description server-error: The server made a mistake */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unavailable: The server is busy */
            503: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
        };
    };
    getWebhookDelivery: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                event_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    /** @description What is left, and until when */
                    RateLimit?: string;
                    /** @description How many requests in which time */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDeliveryResource"];
                };
            };
            /** @description malformed-request: The request could not be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unauthenticated: An access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description insufficient-scope: The access token does not open this; forbidden: This is above your rights */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description not-found: There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description validation-failed: Some values are not allowed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description too-many-requests: Too many requests */
            429: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description server-error: The server made a mistake */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unavailable: The server is busy */
            503: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
        };
    };
    testWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            202: {
                headers: {
                    /** @description What is left, and until when */
                    RateLimit?: string;
                    /** @description How many requests in which time */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDeliveryResource"];
                };
            };
            /** @description malformed-request: The request could not be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unauthenticated: An access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description insufficient-scope: The access token does not open this; forbidden: This is above your rights */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description not-found: There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description validation-failed: Some values are not allowed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description too-many-requests: Too many requests */
            429: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description server-error: The server made a mistake */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unavailable: The server is busy */
            503: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
        };
    };
    replayWebhookDelivery: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                event_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            202: {
                headers: {
                    /** @description What is left, and until when */
                    RateLimit?: string;
                    /** @description How many requests in which time */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDeliveryResource"];
                };
            };
            /** @description malformed-request: The request could not be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unauthenticated: An access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description insufficient-scope: The access token does not open this; forbidden: This is above your rights */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description not-found: There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description conflict: It clashes with something that is there */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description validation-failed: Some values are not allowed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description too-many-requests: Too many requests */
            429: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description server-error: The server made a mistake */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unavailable: The server is busy */
            503: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
        };
    };
    replayDeadWebhookDeliveries: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            202: {
                headers: {
                    /** @description What is left, and until when */
                    RateLimit?: string;
                    /** @description How many requests in which time */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookReplayResource"];
                };
            };
            /** @description malformed-request: The request could not be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unauthenticated: An access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description insufficient-scope: The access token does not open this; forbidden: This is above your rights */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description not-found: There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description conflict: It clashes with something that is there */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description validation-failed: Some values are not allowed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description too-many-requests: Too many requests */
            429: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description server-error: The server made a mistake */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unavailable: The server is busy */
            503: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
        };
    };
    listWebhooks: {
        parameters: {
            query?: {
                /** @description Rows of a page */
                limit?: number;
                /** @description `next` of the page before; only with the same filters and the same order */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page */
            200: {
                headers: {
                    /** @description What is left, and until when */
                    RateLimit?: string;
                    /** @description How many requests in which time */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["WebhookResource"][];
                        /** @description `cursor` of the next page; null on the last one */
                        next: string | null;
                    };
                };
            };
            /** @description malformed-request: The request could not be read; invalid-cursor: The cursor is not of this list */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unauthenticated: An access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description insufficient-scope: The access token does not open this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description validation-failed: Some values are not allowed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description too-many-requests: Too many requests */
            429: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description server-error: The server made a mistake */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unavailable: The server is busy */
            503: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
        };
    };
    createWebhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description A random text: a repeat with the same one is done once */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewWebhook"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    /** @description What is left, and until when */
                    RateLimit?: string;
                    /** @description How many requests in which time */
                    "RateLimit-Policy"?: string;
                    /** @description The version; for If-Match */
                    ETag?: string;
                    /** @description What was made */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookWithSecretResource"];
                };
            };
            /** @description malformed-request: The request could not be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unauthenticated: An access token is needed; login-too-old: Sign in again for this */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description insufficient-scope: The access token does not open this; forbidden: This is above your rights */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description request-in-progress: The same request is still under way */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unsupported-media-type: JSON is needed */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description validation-failed: Some values are not allowed; idempotency-key-reused: The Idempotency-Key was used for something else */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description too-many-requests: Too many requests */
            429: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description server-error: The server made a mistake */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unavailable: The server is busy */
            503: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
        };
    };
    getWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    /** @description What is left, and until when */
                    RateLimit?: string;
                    /** @description How many requests in which time */
                    "RateLimit-Policy"?: string;
                    /** @description The version; for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookResource"];
                };
            };
            /** @description malformed-request: The request could not be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unauthenticated: An access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description insufficient-scope: The access token does not open this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description not-found: There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description validation-failed: Some values are not allowed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description too-many-requests: Too many requests */
            429: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description server-error: The server made a mistake */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unavailable: The server is busy */
            503: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
        };
    };
    deleteWebhook: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that was read, or * */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    /** @description What is left, and until when */
                    RateLimit?: string;
                    /** @description How many requests in which time */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description malformed-request: The request could not be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unauthenticated: An access token is needed; login-too-old: Sign in again for this */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description insufficient-scope: The access token does not open this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description not-found: There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description precondition-failed: It was changed meanwhile */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description validation-failed: Some values are not allowed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description precondition-required: Say which version you change */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description too-many-requests: Too many requests */
            429: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description server-error: The server made a mistake */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unavailable: The server is busy */
            503: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
        };
    };
    updateWebhook: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that was read, or * */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WebhookPatch"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    /** @description What is left, and until when */
                    RateLimit?: string;
                    /** @description How many requests in which time */
                    "RateLimit-Policy"?: string;
                    /** @description The version; for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookResource"];
                };
            };
            /** @description malformed-request: The request could not be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unauthenticated: An access token is needed; login-too-old: Sign in again for this */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description insufficient-scope: The access token does not open this; forbidden: This is above your rights */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description not-found: There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description precondition-failed: It was changed meanwhile */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description validation-failed: Some values are not allowed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description precondition-required: Say which version you change */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description too-many-requests: Too many requests */
            429: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description server-error: The server made a mistake */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unavailable: The server is busy */
            503: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
        };
    };
    rotateWebhookSecret: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that was read, or * */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SecretRotationOrder"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    /** @description What is left, and until when */
                    RateLimit?: string;
                    /** @description How many requests in which time */
                    "RateLimit-Policy"?: string;
                    /** @description The version; for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookWithSecretResource"];
                };
            };
            /** @description malformed-request: The request could not be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unauthenticated: An access token is needed; login-too-old: Sign in again for this */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description insufficient-scope: The access token does not open this; forbidden: This is above your rights */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description not-found: There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description precondition-failed: It was changed meanwhile */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description validation-failed: Some values are not allowed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description precondition-required: Say which version you change */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description too-many-requests: Too many requests */
            429: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description server-error: The server made a mistake */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
            /** @description unavailable: The server is busy */
            503: {
                headers: {
                    /** @description Seconds */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemResource"];
                };
            };
        };
    };
}
