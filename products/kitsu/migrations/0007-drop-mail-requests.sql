-- Mails that are to be sent stand in mail.messages now. Nothing ever sent those that were written here.
drop table mail_requests;
