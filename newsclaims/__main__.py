from newsclaims.cli.app import main

main()
