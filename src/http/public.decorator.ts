import { SetMetadata } from '@nestjs/common';

export const IS_PUBLIC = 'doorward:public';

/** Opens a route to callers who are not signed in. Without it the session guard refuses them: routes fail closed. */
export const Public = () => SetMetadata(IS_PUBLIC, true);
