-- Names that resemble a query. The function carries its own thresholds: the defaults of pg_trgm (0.3 and 0.6) miss a
-- six-letter name with two letters swapped ("nartuo" shares 3 of 11 trigrams with "naruto").
create function near_names(query text, candidates_max integer)
returns table (name_id bigint, title_id integer, name text, closeness real)
language sql stable parallel safe
set pg_trgm.similarity_threshold = 0.25
set pg_trgm.word_similarity_threshold = 0.5
as $$
  select n.id, n.title_id, n.name,
    greatest(similarity(n.normalised, query), word_similarity(query, n.normalised) * 0.9)
  from title_names n
  where n.normalised % query or query <% n.normalised
  order by 4 desc, n.id
  limit candidates_max
$$;
comment on function near_names is 'Trigram neighbours of a normalised query, closest first.';
