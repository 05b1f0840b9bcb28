import type { Dictionary } from '../translated.ts';

/** Words of the frame around every page, and of what can go wrong on any of them. */
export const site: Dictionary['site'] = {
  name: 'Kitsu',
  skip: 'К содержанию',
  languageName: 'Русский',
  nav: {
    label: 'Основное меню',
    home: 'Главная',
    catalogue: 'Каталог',
    seasons: 'Сезоны',
    genres: 'Жанры',
    studios: 'Студии',
    random: 'Случайное',
    randomHint: 'Открыть случайный тайтл',
    more: 'Ещё',
    close: 'Закрыть',
    breadcrumbs: 'Навигационная цепочка',
  },
  search: {
    label: 'Поиск аниме',
    placeholder: 'Поиск по любому названию',
    submit: 'Найти',
  },
  display: {
    theme: 'Тема',
    themes: { system: 'Системная', dark: 'Тёмная', light: 'Светлая' },
    language: 'Язык',
    titles: 'Названия',
    titlesHint: 'Если такого названия нет, показывается основное.',
    titleLanguages: {
      romaji: 'Ромадзи',
      english: 'По-английски',
      japanese: 'По-японски',
      russian: 'По-русски',
    },
  },
  languageOffer: {
    text: 'Kitsu есть и на русском языке.',
    accept: 'Перейти на русский',
    decline: 'Остаться на английском',
  },
  shortcuts: {
    title: 'Клавиши',
    search: 'Поиск',
    oneByOne: 'Следующий и предыдущий тайтл',
    byPage: 'Следующий и предыдущий экран тайтлов',
    arrows: 'Двигаться по тайтлам, когда один из них в фокусе',
    open: 'Открыть тайтл',
    help: 'Показать эти клавиши',
    letters: 'Клавиши без Ctrl',
  },
  footer: {
    demo: 'Это демонстрационный каталог: сведения и описания написаны для него, постеры нарисованы. Импортированные наборы данных важнее.',
    imported:
      'Каталог составлен из импортированных наборов данных. У каждого тайтла указаны источники; постеры нарисованы.',
    api: 'Описание API',
    display: 'Вид',
  },
  problem: {
    unavailableTitle: 'Каталог сейчас не отвечает',
    unavailableText:
      'Сайт работает, а служба с тайтлами — нет. Ничего не потеряно; попробуйте ещё раз через минуту.',
    retry: 'Попробовать снова',
    invalidTitle: 'По этому адресу просят то, чего не бывает',
    invalidText: 'Часть адреса не удаётся прочитать. Начните заново с каталога.',
    notFoundTitle: 'По этому адресу ничего нет',
    notFoundText: 'Страница могла переехать, или в адресе опечатка.',
    home: 'На главную',
    catalogue: 'Открыть каталог',
  },
};
