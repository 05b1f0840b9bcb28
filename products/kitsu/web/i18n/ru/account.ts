import type { Dictionary } from '../translated.ts';

/** Words of the pages about one's own account. */
export const account: Dictionary['account'] = {
  title: 'Учётная запись',
  saved: 'Сохранено.',
  pages: { profile: 'Профиль', security: 'Безопасность' },
  profile: {
    heading: 'Вы',
    text: 'Каким вас видят другие и на каком языке Kitsu вам пишет.',
    language: 'Язык писем',
    submit: 'Сохранить',
  },
  address: {
    heading: 'Адрес почты',
    text: 'С ним вы входите. Сюда приходят ссылки, чтобы вернуться в учётную запись.',
    change: 'Изменить',
    fresh: 'Новый адрес электронной почты',
    proof: 'Ваш пароль — чтобы убедиться, что это вы',
    submit: 'Отправить ссылку',
    sent: 'Письмо отправлено на {email}. Адрес изменится, когда вы откроете ссылку из него.',
  },
  titles: {
    heading: 'Названия',
    text: 'Хранится в этом браузере.',
  },
  password: {
    heading: 'Пароль',
    text: 'С новым паролем вы выйдете на всех других устройствах.',
    current: 'Нынешний пароль',
    forgot: 'Забыли?',
    submit: 'Изменить пароль',
    done: 'Изменён. На других устройствах вы вышли.',
  },
};
