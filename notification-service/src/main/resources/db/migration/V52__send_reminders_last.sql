-- Each mail is chosen when its turn has come; thousands of reminders are not sorted for it.
create index mail_in_order on outgoing_mail ((purpose = 'REMINDER'), next_try_at) where state = 'WAITING';
