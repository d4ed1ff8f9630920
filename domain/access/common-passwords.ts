/** Passwords of eight characters and more that head every published list of leaked ones. Lower case. */
export const commonPasswords: ReadonlySet<string> = new Set(
  `password password1 password12 password123 password1234 passw0rd p@ssw0rd p@ssword passwort passord 12345678
  123456789 1234567890 12345678910 0123456789 0987654321 9876543210 987654321 87654321 123123123 123321123 1234512345
  123456123 11223344 1122334455 112233445566 12344321 12341234 1234abcd 1234qwer 1q2w3e4r 1q2w3e4r5t 1qaz2wsx 1qazxsw2
  qwertyui qwertyuiop qwerty123 qwerty12 qwerty1234 qwertz123 qwertzui azertyui azertyuiop asdfghjk asdfghjkl asdfasdf
  asdf1234 zxcvbnm1 zxcvbnm123 zaq12wsx q1w2e3r4 q1w2e3r4t5 abcd1234 abcdefgh abcdefg1 abc12345 abc123456 a1b2c3d4
  aa123456 a1234567 a12345678 a123456789 iloveyou iloveyou1 iloveyou2 iloveu12 loveyou1 lovelove princess princess1
  sunshine sunshine1 football football1 baseball baseball1 basketball superman superman1 batman123 spiderman starwars
  pokemon1 pokemon123 minecraft trustno1 whatever whatever1 welcome1 welcome123 welcome12 letmein1 letmein123 changeme
  changeme1 changeme123 secret123 admin123 admin1234 administrator adminadmin root1234 rootroot testtest test1234
  testing1 testing123 guest123 default1 temp1234 internet computer computer1 samsung1 michelle michael1 jennifer jordan23
  jessica1 charlie1 danielle jonathan liverpool chelsea1 arsenal1 barcelona juventus realmadrid manchester mustang1
  corvette mercedes ferrari1 porsche1 blink182 metallica nirvana1 greenday slipknot rockstar rockyou1 babygirl babygirl1
  babyboy1 beautiful butterfly chocolate chocolate1 cupcake1 cookie123 dragon123 master123 monkey123 shadow123 killer123
  hunter123 tigger123 buster123 freedom1 forever1 friends1 flower123 summer123 summer2020 summer2021 summer2022
  summer2023 summer2024 summer2025 summer2026 winter2020 winter2021 winter2022 winter2023 winter2024 winter2025
  spring2024 spring2025 spring2026 autumn2024 autumn2025 letmeinnow opensesame correcthorsebatterystaple folkmoot
  folkmoot1 folkmoot123`.split(/\s+/),
)
