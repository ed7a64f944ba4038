import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { EmailVerification } from '../addresses/email-verification.service.js';
import { PageError } from '../http/page-error.js';
import { DuplicateUserError } from '../users/duplicate-user-error.js';
import type { CreateUser } from '../users/create-user.dto.js';
import { UserService } from '../users/user.service.js';
import { signupCounters, takenCounters } from './attempt-limits.js';
import { LoginService } from './login.service.js';
import { ThrottleService, TooManyAttemptsError } from '../throttle/throttle.service.js';

/** What a person sent to become a user. */
export interface Signup {
  readonly newUser: CreateUser;
  /** The upload as it came. */
  readonly picture: Buffer | undefined;
}

/** Makes users out of strangers. */
@Injectable()
export class SignupService {
  constructor(
    private readonly users: UserService,
    private readonly logins: LoginService,
    private readonly throttle: ThrottleService,
    private readonly verification: EmailVerification,
  ) {}

  /**
   * Makes a user and signs them in with this browser. Their address is asked to confirm by mail, which they need not
   * wait for.
   * @throws DuplicateUserError, PictureError: faults of the form
   * @throws PageError `too_many_requests`
   */
  async signUp(request: FastifyRequest, reply: FastifyReply, signup: Signup): Promise<void> {
    const user = await this.register(request, signup);
    if (user instanceof DuplicateUserError) throw user;
    await this.logins.start(request, reply, user);
    await this.verification.welcome(user);
  }

  /** What is taken must be told, so it is told a limited number of times to one network (attack A39). */
  private async register(request: FastifyRequest, { newUser, picture }: Signup) {
    try {
      await this.throttle.take(signupCounters(request));
      return await this.throttle.countFailures(
        takenCounters(request),
        () => this.users.register(newUser, { picture }).catch(duplicateOrThrow),
        (result) => result instanceof DuplicateUserError,
      );
    } catch (cause) {
      if (!(cause instanceof TooManyAttemptsError)) throw cause;
      throw new PageError('too_many_requests', { cause, retryAfter: cause.retryAfterSeconds });
    }
  }
}

function duplicateOrThrow(error: unknown): DuplicateUserError {
  if (error instanceof DuplicateUserError) return error;
  throw error;
}
