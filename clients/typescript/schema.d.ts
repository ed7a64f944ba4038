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
            action: "user.created" | "user.updated" | "user.role_changed" | "user.disabled" | "user.enabled" | "user.deleted" | "user.signed_out_everywhere" | "user.password_changed" | "user.password_reset" | "user.email_changed" | "login.succeeded" | "login.failed" | "session.ended" | "client.created" | "client.updated" | "client.deleted" | "client.secret_rotated" | "client.secret_revoked" | "consent.granted" | "consent.refused" | "consent.withdrawn" | "grant.replayed" | "key.activated" | "key.rotated" | "key.revoked" | "initial_access_token.created" | "initial_access_token.revoked";
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
                action?: "user.created" | "user.updated" | "user.role_changed" | "user.disabled" | "user.enabled" | "user.deleted" | "user.signed_out_everywhere" | "user.password_changed" | "user.password_reset" | "user.email_changed" | "login.succeeded" | "login.failed" | "session.ended" | "client.created" | "client.updated" | "client.deleted" | "client.secret_rotated" | "client.secret_revoked" | "consent.granted" | "consent.refused" | "consent.withdrawn" | "grant.replayed" | "key.activated" | "key.rotated" | "key.revoked" | "initial_access_token.created" | "initial_access_token.revoked";
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
}
