import { Skeleton } from '@seaworthy/platform/ui';

const places = (count: number) => Array.from({ length: count }, (_, place) => place);

/** The shape of a page of posters. */
export function GridSkeleton() {
  return (
    <>
      <Skeleton className="mb-6 h-9 w-56" />
      <div className="poster-grid">
        {places(18).map((place) => (
          <div key={place}>
            <Skeleton className="aspect-[2/3]" />
            <Skeleton className="mt-2 h-4 w-4/5" />
            <Skeleton className="mt-1.5 h-3 w-1/2" />
          </div>
        ))}
      </div>
    </>
  );
}

/** The shape of a page of lines. */
export function LinesSkeleton() {
  return (
    <>
      <Skeleton className="mb-6 h-9 w-56" />
      <div className="space-y-4">
        {places(10).map((place) => (
          <Skeleton key={place} className="h-6 max-w-3xl" />
        ))}
      </div>
    </>
  );
}

/** The shape of a title's page. */
export function TitleSkeleton() {
  return (
    <>
      <Skeleton className="mb-4 h-5 w-64 max-w-full" />
      <div className="grid grid-cols-[7rem_minmax(0,1fr)] gap-x-4 sm:grid-cols-[12rem_minmax(0,1fr)] sm:gap-x-8 lg:grid-cols-[17rem_minmax(0,1fr)] lg:gap-x-12">
        <Skeleton className="aspect-[2/3]" />
        <div>
          <Skeleton className="h-11 w-4/5" />
          <Skeleton className="mt-3 h-5 w-2/5" />
          <Skeleton className="mt-6 h-7 w-40" />
          <Skeleton className="mt-12 h-28 max-w-2xl max-lg:hidden" />
        </div>
      </div>
    </>
  );
}
