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
        post?: never;
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
        /** Vouch for an app, or suspend it with a reason that its owner reads */
        patch: operations["updateClient"];
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
        /** Let the next keys sign as soon as every client can know them, or now */
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
        get?: never;
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
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        FieldFaultResource: {
            field: string;
            message: string;
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
            action: "user.created" | "user.updated" | "user.role_changed" | "user.disabled" | "user.enabled" | "user.deleted" | "user.signed_out_everywhere" | "user.password_changed" | "user.password_reset" | "user.email_changed" | "user.password_reset_sent" | "invitation.created" | "invitation.resent" | "invitation.accepted" | "invitation.withdrawn" | "login.succeeded" | "login.failed" | "session.ended" | "client.created" | "client.updated" | "client.deleted" | "client.verified" | "client.unverified" | "client.suspended" | "client.reinstated" | "client.secret_rotated" | "client.secret_revoked" | "consent.granted" | "consent.refused" | "consent.withdrawn" | "grant.replayed" | "key.activated" | "key.rotated" | "key.revoked" | "initial_access_token.created" | "initial_access_token.revoked" | "settings.changed";
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
        ClientResource: {
            client_id: string;
            /** @enum {string} */
            kind: "server" | "browser" | "native" | "machine";
            client_name: string;
            /** @description Its home page */
            client_uri: string | null;
            redirect_uris: string[];
            grant_types: string[];
            /** @description What it may ask people for */
            scopes: string[];
            /** @description What of this API it may use */
            admin_scopes: string[];
            token_endpoint_auth_method: string;
            /** @description Employee number of its owner; null for an app of the installation */
            owner: string | null;
            /** @enum {string} */
            registered_by: "panel" | "cli" | "dynamic";
            /** @enum {string} */
            status: "active" | "suspended";
            /** @description Why it is suspended, as its owner reads it */
            suspended_reason: string | null;
            /** @description Whether somebody vouched for it */
            is_verified: boolean;
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
        ClientPatch: {
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
                action?: "user.created" | "user.updated" | "user.role_changed" | "user.disabled" | "user.enabled" | "user.deleted" | "user.signed_out_everywhere" | "user.password_changed" | "user.password_reset" | "user.email_changed" | "user.password_reset_sent" | "invitation.created" | "invitation.resent" | "invitation.accepted" | "invitation.withdrawn" | "login.succeeded" | "login.failed" | "session.ended" | "client.created" | "client.updated" | "client.deleted" | "client.verified" | "client.unverified" | "client.suspended" | "client.reinstated" | "client.secret_rotated" | "client.secret_revoked" | "consent.granted" | "consent.refused" | "consent.withdrawn" | "grant.replayed" | "key.activated" | "key.rotated" | "key.revoked" | "initial_access_token.created" | "initial_access_token.revoked" | "settings.changed";
                /** @description Only what succeeded, or failed */
                outcome?: "success" | "failure";
                /** @description Only what this user, app or operator did */
                actor_id?: string;
                /** @description Only what was done to this user, app, session, grant or key */
                target_id?: string;
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
                    "application/json": components["schemas"]["ClientResource"];
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
                    "application/json": components["schemas"]["ClientResource"];
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
            header?: never;
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
}
