alter table counter add column test_column varchar default 'new';
