/** Numbered pages of a list. */
export interface PaginationView {
  /** From 1. */
  readonly page: number;
  readonly pages: number;
  readonly total: number;
  readonly previousUrl?: string;
  readonly nextUrl?: string;
}

/** @param path of the list, without a query @param size of a page */
export function paginationOf(
  path: string,
  { page, size, total }: { page: number; size: number; total: number },
): PaginationView {
  const pages = Math.max(1, Math.ceil(total / size));
  return {
    page,
    pages,
    total,
    ...(page > 1 ? { previousUrl: `${path}?page=${page - 1}` } : {}),
    ...(page < pages ? { nextUrl: `${path}?page=${page + 1}` } : {}),
  };
}
